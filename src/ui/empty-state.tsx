import type { ReactNode } from 'react';

export interface EmptyStateProps {
  title: string;
  /** One sentence: why there is nothing, or what would be here. */
  description?: ReactNode;
  /** A lucide icon element. */
  icon?: ReactNode;
  /** Buttons or links: what the user can do next. */
  children?: ReactNode;
}

/** Shown in place of rows: none yet, no match, or not available. */
export function EmptyState({ title, description, icon, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-12 text-center">
      {icon && (
        <span aria-hidden="true" className="mb-1 text-muted">
          {icon}
        </span>
      )}
      <h2 className="max-w-full text-base font-semibold text-balance">{title}</h2>
      {description && <div className="max-w-120 text-muted">{description}</div>}
      {children && <div className="mt-2 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}
