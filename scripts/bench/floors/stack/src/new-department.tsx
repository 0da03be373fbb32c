import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod/mini';
import { FormDialog } from './form-dialog.tsx';

const schema = z.object({ name: z.string().check(z.minLength(1, 'This field is required.')) });

export function Component() {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name: '' } });
  return (
    <FormDialog title="Add department" url="/departments/" form={form}>
      <label>
        Name <input {...form.register('name')} />
      </label>
      <p role="alert">{form.formState.errors.name?.message}</p>
    </FormDialog>
  );
}
