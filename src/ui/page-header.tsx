import type { ReactNode } from 'react';

export interface PageHeaderProps {
  title: string;
  description?: ReactNode;
  /** Buttons or links at the end of the line. */
  actions?: ReactNode;
}

/** The page's only h1. It is focusable: a route change moves the focus here. */
export function PageHeader({ title, description, actions }: PageHeaderProps) {
  return (
    <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="min-w-0">
        <h1 id="page-title" tabIndex={-1} className="rounded-sm text-lg font-semibold">
          {title}
        </h1>
        {description && <p className="text-muted">{description}</p>}
      </div>
      {/* When the actions wrap below the title, the label of a quiet button is aligned with it. */}
      {actions && <div className="flex flex-wrap items-center gap-x-1 gap-y-2 sm:gap-x-2 max-sm:[&>:is(a,button):first-child]:-ms-3">{actions}</div>}
    </div>
  );
}
