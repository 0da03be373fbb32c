import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router';
import { z } from 'zod/mini';
import { formProblem } from '../../forms/form-problem.ts';
import { paths } from '../../paths.ts';
import { adminRole, type User } from '../../contract/auth.ts';
import { limits } from '../../contract/limits.ts';
import { changedFields } from '../../forms/changed-fields.ts';
import { requiredText } from '../../forms/form-fields.ts';
import { readableEmail } from '../../lib/email.ts';
import { announce } from '../../stores/status.ts';
import { useDocumentTitle } from '../../stores/use-document-title.ts';
import { useUnsavedChanges } from '../../forms/use-unsaved-changes.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { Button } from '../../ui/button.tsx';
import { Form, formOptions } from '../../forms/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { meOptions, updateMeOptions } from '../../data/me.ts';

const schema = z.object({
  first_name: requiredText('Enter your first name', limits.personName),
  last_name: requiredText('Enter your last name', limits.personName),
});

/** The logged-in user's profile: the names can be edited, the rest is read-only. */
export function Component() {
  const me = useQuery({ ...meOptions(), throwOnError: (_error, query) => query.state.data === undefined });
  return (
    <>
      <PageHeader title="Your profile" />
      {me.data ? <ProfileForm me={me.data} /> : <FormSkeleton />}
    </>
  );
}

/** Two placeholder fields with space for their labels. */
function FormSkeleton() {
  return (
    <div className="flex max-w-120 flex-col gap-2">
      <Skeleton className="w-20" />
      <Skeleton className="mb-2 h-9" />
      <Skeleton className="w-20" />
      <Skeleton className="h-9" />
    </div>
  );
}

function ProfileForm({ me }: { me: User }) {
  const queryClient = useQueryClient();
  const update = useMutation(updateMeOptions(queryClient));
  const form = useForm({ ...formOptions, resolver: zodResolver(schema), defaultValues: namesOf(me) });
  const { errors, isDirty, isSubmitting, submitCount } = form.formState;
  useDocumentTitle('Your profile', submitCount > 0 && Object.keys(errors).length > 0);
  useUnsavedChanges(isDirty, { sending: isSubmitting });

  async function save(names: { first_name: string; last_name: string }) {
    const changes = changedFields(namesOf(me), names);
    // djoser emails an activation link after every PATCH, so an unchanged profile is not sent.
    if (Object.keys(changes).length === 0) announce('Nothing to save: your profile is as before');
    // Shows the server's values, not those sent: the server trims values and ignores some fields.
    else form.reset(namesOf(await update.mutateAsync(changes)));
  }

  return (
    <Form form={form} onSubmit={save} explain={formProblem}>
      <TextField label="First name" autoComplete="given-name" error={errors.first_name?.message} {...form.register('first_name')} />
      <TextField label="Last name" autoComplete="family-name" error={errors.last_name?.message} {...form.register('last_name')} />
      <TextField label="Email" type="email" readOnly value={readableEmail(me.email)} hint="You log in with this address. It cannot be changed after sign-up." />
      <TextField
        label="Role"
        readOnly
        value={me.role}
        hint={me.role === adminRole ? 'You signed the company up, so you manage it. The role cannot be changed.' : 'A company admin added you. The role cannot be changed.'}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={isSubmitting}>
          Save changes
        </Button>
        <Link to={paths.changePassword} className={buttonClass('secondary')}>
          Change password
        </Link>
      </div>
    </Form>
  );
}

function namesOf({ first_name, last_name }: User) {
  return { first_name, last_name };
}
