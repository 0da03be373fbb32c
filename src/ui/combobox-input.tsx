import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { useContext, useEffect, useRef, type KeyboardEvent, type Ref } from 'react';
import { ComboBoxStateContext, Input } from 'react-aria-components/ComboBox';
import { cx } from './cx.ts';
import { controlClass } from './field.tsx';

interface ComboboxInputProps {
  fieldRef: Ref<HTMLDivElement>;
  open: boolean;
  /** Incremented to open the list again. */
  reopened: number;
  name: string | undefined;
  inputRef: Ref<HTMLInputElement> | undefined;
  onType: (text: string) => void;
  /** Enter was pressed, and no option is highlighted. */
  onEnter: () => void;
  /** The list was closed by Escape. */
  onEscape: () => void;
}

/** The input of a combobox. The arrows beside it are decoration: a click anywhere in the field opens the list. */
export function ComboboxInput({ fieldRef, open, reopened, name, inputRef, onType, onEnter, onEscape }: ComboboxInputProps) {
  const state = useContext(ComboBoxStateContext);

  const show = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    show.current = () => state?.open(null, 'manual');
  });
  useEffect(() => {
    if (reopened > 0) show.current?.();
  }, [reopened]);

  // With something selected, react-aria closes the list on Escape but also lets the key through to the dialog: one key would close both.
  const keepEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    onEscape();
  };

  // Before react-aria, which forgets what is highlighted.
  const heedEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && (state?.selectionManager.focusedKey ?? null) === null) onEnter();
  };

  // A frame later: the list closes when the page scrolls, and the scroll event of a field that was just scrolled into view
  // is still to come.
  const openSoon = (input: HTMLInputElement, how: 'input' | 'manual') => {
    requestAnimationFrame(() => {
      if (document.activeElement === input) state?.open(null, how);
    });
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only handles events that bubble up from the input
    <div ref={fieldRef} className="relative" onKeyDownCapture={heedEnter} onKeyDown={keepEscape}>
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
