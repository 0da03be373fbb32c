import { cx } from './cx.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet';
export type ButtonSize = 'regular' | 'icon';

const base =
  'relative inline-flex min-h-9 max-w-full items-center justify-center gap-2 rounded-md border text-sm font-medium ' +
  'transition-colors select-none coarse:min-h-11 disabled:opacity-50 forced:border-[ButtonBorder] print:hidden';

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-[color-mix(in_oklab,var(--color-accent)_88%,var(--color-ink))]',
  secondary: 'border-edge bg-surface text-ink hover:bg-hover aria-expanded:bg-hover',
  danger: 'border-transparent bg-danger text-on-accent hover:bg-[color-mix(in_oklab,var(--color-danger)_88%,var(--color-ink))]',
  quiet: 'border-transparent text-ink hover:bg-hover aria-expanded:bg-hover',
};

const sizes: Record<ButtonSize, string> = {
  regular: 'px-3 py-1.5',
  icon: 'size-9 p-0 coarse:size-11',
};

/** The classes of a button, also for links that should look like one. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'regular'): string {
  return cx(base, variants[variant], sizes[size]);
}
