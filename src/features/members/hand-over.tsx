import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { paths } from '../../paths.ts';
import { readableEmail } from '../../lib/email.ts';
import { copyText } from './copy-text.ts';
import { breakableEmail } from '../../ui/breakable-email.tsx';
import { Button } from '../../ui/button.tsx';
import { noteHandOver } from '../../data/first-steps.ts';
import { useUnsavedChanges } from '../../forms/use-unsaved-changes.ts';
import { dialogWords } from './dialog-words.ts';
import { words } from './words.ts';

/** What a new member needs to log in. */
export interface LogInDetails {
  email: string;
  password: string;
}

/**
 * The log-in details of a new member, to be handed on by the admin: the API sends no invitation, and nobody sees them again.
 * Until they are copied or done with, every way out asks.
 */
export function HandOver({ email, password, onDone }: LogInDetails & { onDone: () => void }) {
  const [said, setSaid] = useState('');
  const handedOver = useUnsavedChanges(said === '', { question: dialogWords.leaveHandOver });
  const details = useRef<HTMLDListElement>(null);
  const copy = useRef<HTMLButtonElement>(null);
  const lines = [
    [dialogWords.logInPage, new URL(paths.login, location.origin).href],
    [words.email, readableEmail(email)],
    [words.password, password],
  ] as const;

  // The button that was pressed is gone with the form.
  useEffect(() => copy.current?.focus(), []);

  async function copyAll() {
    const text = lines.map(([name, value]) => `${name}: ${value}`).join('\n');
    noteHandOver();
    setSaid((await copyText(text, details.current)) === 'copied' ? dialogWords.copied : 'The details are selected: copy them with Ctrl+C or ⌘C.');
  }

  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">No mail is sent. Hand these on yourself, now: the password is not shown again.</p>
      <dl ref={details} className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 rounded-md border border-line bg-sunken p-3 max-sm:grid-cols-1">
        {lines.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 select-all wrap-anywhere" dir="ltr">
              {breakableEmail(value)}
            </dd>
          </div>
        ))}
      </dl>
      <p aria-live="polite" className="text-muted empty:hidden">
        {said}
      </p>
      {/* The second click of a double click, and a held Enter, belong to the form that was here a moment ago. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events */}
      <div className="flex flex-wrap justify-end gap-2" onClickCapture={ignoreRepeated} onKeyDownCapture={ignoreRepeated}>
        <Button ref={copy} onClick={() => void copyAll()}>
          {words.copy}
        </Button>
        <Button
          variant="primary"
          onClick={() => {
            noteHandOver();
            handedOver();
            onDone();
          }}
        >
          {words.done}
        </Button>
      </div>
    </div>
  );
}

function ignoreRepeated(event: MouseEvent | KeyboardEvent): void {
  if ('repeat' in event ? event.repeat : event.detail > 1) {
    event.preventDefault();
    event.stopPropagation();
  }
}
