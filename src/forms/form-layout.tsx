import type { ReactNode } from 'react';

/** Puts fields side by side where there is room. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">{children}</div>;
}

/** The buttons at the end of a dialog, the primary one last. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap justify-end gap-2 pt-2 max-sm:*:grow">{children}</div>;
}
