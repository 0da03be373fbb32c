import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useLocation, useNavigate } from 'react-router';
import { api, reason } from './api.ts';

interface FormDialogProps<Values extends FieldValues> {
  title: string;
  url: string;
  form: UseFormReturn<Values>;
  children: ReactNode;
}

/** A dialog over a list, with a form that adds a row to it. */
export function FormDialog<Values extends FieldValues>({ title, url, form, children }: FormDialogProps<Values>) {
  const dialog = useRef<HTMLDialogElement>(null);
  const navigate = useNavigate();
  const { search } = useLocation();
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: async (values: Values) => api.post(url, values),
    onSuccess: async () => {
      dialog.current?.close();
      await client.invalidateQueries({ queryKey: [url] });
    },
  });
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog ref={dialog} aria-label={title} onClose={() => void navigate({ pathname: '..', search }, { replace: true })}>
      <h2>{title}</h2>
      <form noValidate onSubmit={(event) => void form.handleSubmit((values) => add.mutate(values))(event)}>
        {children}
        {add.error && <p role="alert">{reason(add.error)}</p>}
        <button disabled={add.isPending}>{title}</button>{' '}
        <button type="button" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
      </form>
    </dialog>
  );
}
