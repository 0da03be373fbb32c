import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class.ts';
import { cx } from './cx.ts';
import { Spinner } from './spinner.tsx';

export { buttonClass } from './button-class.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** A request is in flight: a spinner covers the label (the width stays) and clicks do nothing. */
  pending?: boolean;
  /** A lucide icon element, shown before the label. */
  icon?: ReactNode;
}

/** A native button; `type="button"` unless told otherwise. */
export function Button({ variant = 'secondary', size, pending = false, icon, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    // Not `disabled`: that would drop the focus. Preventing the click also stops Enter's implicit submission.
    if (pending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button {...rest} type={type} onClick={click} aria-disabled={pending || rest['aria-disabled'] || undefined} className={cx(buttonClass(variant, size), className)}>
      {pending && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
      <span className={cx('inline-flex min-w-0 items-center gap-2', pending && 'opacity-0')}>
        {icon}
        {/* Of its own, so that React can still change the text after a translation has replaced the text node. */}
        <span className="contents">{children}</span>
      </span>
    </button>
  );
}
