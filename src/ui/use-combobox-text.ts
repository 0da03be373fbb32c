import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { foldName } from '../lib/fold.ts';
import { tidyText } from '../lib/text.ts';
import type { ComboboxOption, ComboboxProps } from './combobox.tsx';

/**
 * The text of a combobox: that of the selection, or what is typed until the field is left. A name that was typed in full is
 * then taken as the selection, anything else is given up. Where its options are still loading, that waits for them, and so does
 * a submit of the form around `field`.
 */
export function useComboboxText({ selected, onSelect, onQueryChange, options, status, hasMore = false }: ComboboxProps, field: RefObject<HTMLElement | null>) {
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const loading = status === 'loading';

  function settle(option: ComboboxOption | null | undefined) {
    setTyped(null);
    setLeft(false);
    onQueryChange('');
    if (option && option.id !== selected?.id) onSelect(option);
  }

  function type(text: string) {
    setTyped(text);
    setLeft(false);
    onQueryChange(text);
    // Emptying the field clears the selection: there is no other way to clear it.
    if (text === '' && selected) onSelect(null);
  }

  function leave() {
    if (typed === null) return;
    if (loading && typed.trim() !== '') setLeft(true);
    else settle(named(typed, options, hasMore));
  }

  const arrived = useEffectEvent(() => settle(named(typed ?? '', options, hasMore)));
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the arrival of the options is the occasion
    if (left && !loading) arrived();
  }, [left, loading]);

  useEffect(() => {
    const form = left ? field.current?.closest('form') : null;
    if (!form) return;
    let held: { submitter: HTMLElement | null } | null = null;
    const hold = (event: SubmitEvent) => {
      event.preventDefault();
      event.stopPropagation();
      held = event;
    };
    form.addEventListener('submit', hold, true);
    return () => {
      form.removeEventListener('submit', hold, true);
      if (held && form.isConnected) form.requestSubmit(held.submitter);
    };
  }, [left, field]);

  return { text: typed ?? selected?.label ?? '', isTyping: typed !== null, type, leave, settle };
}

/** The option that `text` names: exactly, or as the only one but for case and accents. */
function named(text: string, options: readonly ComboboxOption[], hasMore: boolean): ComboboxOption | undefined {
  const name = tidyText(text);
  const alike = options.filter(({ label }) => foldName(label) === foldName(name));
  return alike.find(({ label }) => tidyText(label) === name) ?? (alike.length === 1 && !hasMore ? alike[0] : undefined);
}
