import { useEffect, useEffectEvent } from 'react';
import { isOverlayOpen, isTyping, keyOf, nextKey, usesCommandKey, type ShortcutAction } from './shortcuts.ts';
import { useFlag } from '../../stores/use-flag.ts';

/** The flag of users who have turned character-key shortcuts off. */
export const singleKeysOff = 'single-keys-off';

// The longest pause between the two keys of a sequence.
const sequenceMs = 1500;

// The build renders the startup frame in Node, without a navigator.
const hasCommandKey = usesCommandKey(typeof navigator === 'undefined' ? '' : navigator.platform);

/** The keys that open the palette, as named on this platform. */
export const commandKeys = hasCommandKey ? (['⌘', 'K'] as const) : (['Ctrl', 'K'] as const);

interface ShortcutHandlers {
  onCommands: () => void;
  /** Returns whether the action did anything. */
  onAction: (action: ShortcutAction) => boolean;
}

/** Listens for the palette's key and the character-key shortcuts. None acts while an overlay is open, and the latter not while the user types. */
export function useShortcuts({ onCommands, onAction }: ShortcutHandlers): void {
  const off = useFlag(singleKeysOff);
  const opened = useEffectEvent(onCommands);
  const acted = useEffectEvent(onAction);
  useEffect(() => {
    let pending: { key: string; at: number } | null = null;

    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.repeat) return;
      if (isCommandKey(event)) {
        if (isOverlayOpen()) return;
        event.preventDefault();
        opened();
        return;
      }
      if (off || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const before = pending !== null && event.timeStamp - pending.at < sequenceMs ? pending.key : null;
      const step = nextKey(before, keyOf(event));
      // Modifier keys do not end a sequence: Shift is pressed before "?".
      if (event.key.length === 1) pending = step.pending === null ? null : { key: step.pending, at: event.timeStamp };
      // Checked last: looking for an overlay searches the whole page, which not every key press should do.
      if (step.action !== null && !isOverlayOpen() && acted(step.action)) event.preventDefault();
    }

    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [off]);
}

/** Whether the event is the key that opens and closes the palette. */
export function isCommandKey(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  const modified = hasCommandKey ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  return modified && !altKey && !shiftKey && keyOf(event) === 'k';
}
