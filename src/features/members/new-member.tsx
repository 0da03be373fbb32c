import { useState } from 'react';
import { useOutletContext, useSearchParams } from 'react-router';
import { paths } from '../../paths.ts';
import { normalizeEmail, readableEmail } from '../../lib/email.ts';
import { useCloseDialog, type ListOutlet } from '../../lists/use-close-dialog.ts';
import type { ComboboxOption } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDialogMutation } from '../../lists/use-dialog-mutation.ts';
import { HandOver, type LogInDetails } from './hand-over.tsx';
import type { NewMemberValues } from './member-schema.ts';
import { NewMemberForm } from './new-member-form.tsx';
import { createMemberOptions } from '../../data/create-member.ts';
import { findKnownMember } from '../../data/known-member.ts';
import { mayHaveHappened } from '../../data/once-only.ts';
import { fullName } from '../../data/members.ts';
import { ApiError } from '../../http/errors.ts';
import { useDepartmentOption } from './use-department-option.ts';
import { dialogWords } from './dialog-words.ts';
import { words } from './words.ts';
import { isolate } from '../../lib/isolate-text.ts';

/** The dialog "Add member", a route over the list: the form, and then the log-in details to hand on. */
export function Component() {
  const { onCreated } = useOutletContext<ListOutlet>();
  const close = useCloseDialog(paths.members);
  const create = useDialogMutation(useState(createMemberOptions)[0]);
  const [params] = useSearchParams();
  // Opened from a department's page, the dialog begins with that department.
  const here = useDepartmentOption({ department: params.get('department'), departmentName: null });
  const [last, setLast] = useState<ComboboxOption | null>(null);
  const [another, setAnother] = useState(false);
  const [added, setAdded] = useState<(LogInDetails & { name: string }) | null>(null);

  async function save(values: NewMemberValues) {
    // The server cuts white space off, from passwords too: what is handed on has to be what it stored.
    const password = values.password.trim();
    const email = normalizeEmail(values.email);
    // One whom the attempt before may have added is looked for by the mutation.
    const known = create.error && mayHaveHappened(create.error) ? null : await findKnownMember(email);
    if (known) throw new ApiError('validation', { status: 400, fields: { email: [`“${known.email}” exists already: ${isolate(fullName(known))} has this address.`] } });
    const { user, password: stored } = await create.mutateAsync({ ...values, email, password, department: values.department?.id ?? '' });
    onCreated({ id: user.id, name: fullName(user), search: readableEmail(user.email) });
    setLast(values.department);
    setAdded({ email: user.email, password: stored, name: fullName(user) });
  }

  function done() {
    if (another) setAdded(null);
    else close();
  }

  return (
    <Dialog title={added ? dialogWords.handOverTitle(added.name) : words.add} onClose={close}>
      {added ? (
        <HandOver email={added.email} password={added.password} onDone={done} />
      ) : (
        <NewMemberForm department={last ?? here} another={another} onAnother={setAnother} onSave={save} onCancel={close} />
      )}
    </Dialog>
  );
}
