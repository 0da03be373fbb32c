import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { useContext, useEffect, useRef, type KeyboardEvent, type Ref } from 'react';
import { ComboBoxStateContext, Input } from 'react-aria-components/ComboBox';
import { cx } from './cx.ts';
import { controlClass } from './field.tsx';

interface ComboboxInputProps {
  open: boolean;
  /** Counts up when the list shall be opened again. */
  reopened: number;
  name: string | undefined;
  inputRef: Ref<HTMLInputElement> | undefined;
  onType: (text: string) => void;
}

/** The field of a combobox. The arrows beside it are decoration: a click anywhere in the field opens the list. */
export function ComboboxInput({ open, reopened, name, inputRef, onType }: ComboboxInputProps) {
  const state = useContext(ComboBoxStateContext);

  const show = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    show.current = () => state?.open(null, 'manual');
  });
  useEffect(() => {
    if (reopened > 0) show.current?.();
  }, [reopened]);

  // With something selected the library lets Escape through to the dialog while it closes the list: one key, two layers.
  const keepEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) event.stopPropagation();
  };

  // A frame later: the list closes when the page scrolls under it, and a field that has just been brought into view
  // has its scroll event still to come.
  const openSoon = (input: HTMLInputElement, how: 'input' | 'manual') => {
    requestAnimationFrame(() => {
      if (document.activeElement === input) state?.open(null, how);
    });
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only listens to what the field inside did not stop
    <div className="relative" onKeyDown={keepEscape}>
      <Input
        {...(inputRef ? { ref: inputRef } : {})}
        name={name}
        autoComplete="off"
        autoCapitalize="none"
        onChange={(event) => {
          onType(event.target.value);
          if (!open) openSoon(event.currentTarget, 'input');
        }}
        onClick={(event) => {
          if (open) return;
          event.currentTarget.select();
          openSoon(event.currentTarget, 'manual');
        }}
        className={cx(controlClass, 'truncate pe-8')}
      />
      <ChevronsUpDown aria-hidden="true" className="pointer-events-none absolute inset-y-0 end-2.5 my-auto size-3.5 text-muted" />
    </div>
  );
}
