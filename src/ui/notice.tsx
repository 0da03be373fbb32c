import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type NoticeTone = 'info' | 'success' | 'warn' | 'danger';

// Complete class names: Tailwind finds them by scanning this file, and the CSP forbids inline styles.
const looks = {
  info: {
    Icon: Info,
    text: 'text-accent',
    box: 'border-[color-mix(in_oklab,var(--color-accent)_35%,var(--color-line))] bg-[color-mix(in_oklab,var(--color-accent)_6%,var(--color-surface))]',
  },
  success: {
    Icon: CircleCheck,
    text: 'text-ok',
    box: 'border-[color-mix(in_oklab,var(--color-ok)_35%,var(--color-line))] bg-[color-mix(in_oklab,var(--color-ok)_6%,var(--color-surface))]',
  },
  warn: {
    Icon: TriangleAlert,
    text: 'text-warn',
    box: 'border-[color-mix(in_oklab,var(--color-warn)_35%,var(--color-line))] bg-[color-mix(in_oklab,var(--color-warn)_6%,var(--color-surface))]',
  },
  danger: {
    Icon: CircleAlert,
    text: 'text-danger',
    box: 'border-[color-mix(in_oklab,var(--color-danger)_35%,var(--color-line))] bg-[color-mix(in_oklab,var(--color-danger)_6%,var(--color-surface))]',
  },
};

export interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** `alert` is announced at once, `status` when convenient; neither for a notice that is there from the start. */
  role?: 'alert' | 'status';
  className?: string;
}

/** A short message in the page, with buttons or links to act on it. */
export function Notice({ tone = 'info', title, children, actions, role, className }: NoticeProps) {
  const { Icon, text, box } = looks[tone];
  return (
    <div role={role} className={cx('flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border p-3', box, className)}>
      <div className="flex min-w-0 grow basis-60 gap-2">
        <Icon aria-hidden="true" className={cx('mt-0.5 size-4 shrink-0', text)} />
        <div className="min-w-0">
          {title && <p className="font-semibold">{title}</p>}
          {children && <div>{children}</div>}
        </div>
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
