import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { buttonClass } from './button-class.ts';
import { cx } from './cx.ts';

const words = { dismiss: 'Dismiss message' };

export interface StatusMessageProps {
  /** Null when there is no message; the live region stays in the page anyway. */
  message: ReactNode;
  /** `danger` for an error that belongs to no form. */
  tone?: 'ok' | 'danger' | undefined;
  /** A button to act on the message. */
  action?: ReactNode;
  onDismiss?: () => void;
  className?: string;
}

/** Says what was just done; visible until dismissed or replaced. */
export function StatusMessage({ message, tone = 'ok', action, onDismiss, className }: StatusMessageProps) {
  const shown = message !== null && message !== undefined && message !== '';
  return (
    <div data-print="hide" className={cx(shown && 'message flex items-center gap-2 rounded-md border border-line bg-surface ps-3 pe-1', className)}>
      {/* The attribute keeps react-aria from hiding the region while a dialog is open. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- `<output>` is for the result of a calculation in a form */}
      <div role="status" data-live-announcer="true" className="min-w-0 grow">
        {shown && (
          <p className="flex animate-appear items-start gap-2 py-2">
            {tone === 'ok' ? (
              <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ok" />
            ) : (
              <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" />
            )}
            <span className="min-w-0">{message}</span>
          </p>
        )}
      </div>
      {shown && action}
      {shown && onDismiss && (
        <button type="button" onClick={onDismiss} className={buttonClass('quiet', 'icon')}>
          <X aria-hidden="true" className="size-4" />
          <span className="sr-only">{words.dismiss}</span>
        </button>
      )}
    </div>
  );
}
