import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod/mini';
import { limits } from '../../contract/limits.ts';
import { DialogForm } from '../../forms/dialog-form.tsx';
import { requiredText } from '../../forms/form-fields.ts';
import { formProblem } from '../../forms/form-problem.ts';
import { formOptions } from '../../forms/form.tsx';
import { withTakenName } from '../../forms/taken-name.ts';
import { useSimilarName } from '../../forms/use-similar-name.ts';
import { TextField } from '../../ui/text-field.tsx';
import { words } from './words.ts';

const schema = z.object({ name: requiredText(words.nameMissing, limits.departmentName) });

export interface DepartmentFormProps {
  title: string;
  submit: string;
  name: string;
  /** The department's id, if it exists: its own name is not another's. */
  id?: string;
  onSave: (name: string) => Promise<void>;
  onClose: () => void;
}

/** A department's one field, for a new one and for a new name. */
export function DepartmentForm({ name: before, id, onSave, onClose, ...rest }: DepartmentFormProps) {
  const form = useForm({ ...formOptions, resolver: zodResolver(schema), defaultValues: { name: before } });
  const refuseSimilar = useSimilarName(`choose “${rest.submit}” again`);

  async function save({ name }: z.infer<typeof schema>) {
    await refuseSimilar(name, id);
    await onSave(name);
  }

  return (
    <DialogForm
      {...rest}
      form={form}
      firstField="name"
      onSave={save}
      onSaved={onClose}
      onCancel={onClose}
      explain={(error) => withTakenName(formProblem(error), form.getValues('name'))}
    >
      <TextField label={words.name} autoComplete="off" error={form.formState.errors.name?.message} {...form.register('name')} />
    </DialogForm>
  );
}
