import { useEffect, useEffectEvent } from 'react';
import { isOverlayOpen, isTyping, nextKey, usesCommandKey, type ShortcutAction } from './shortcuts.ts';
import { useFlag } from '../../stores/use-flag.ts';

/** The flag of whoever wants no shortcuts of single keys. */
export const singleKeysOff = 'single-keys-off';

// How long the first key of two waits for the second.
const sequenceMs = 1500;

// The build paints the frame where there is no navigator.
const hasCommandKey = usesCommandKey(typeof navigator === 'undefined' ? '' : navigator.platform);

/** The keys that open the palette, as this platform calls them. */
export const commandKeys = hasCommandKey ? (['⌘', 'K'] as const) : (['Ctrl', 'K'] as const);

interface ShortcutHandlers {
  onCommands: () => void;
  /** Answers whether there was something to do. */
  onAction: (action: ShortcutAction) => boolean;
}

/** Listens for the palette's key and the single ones. None acts over an overlay, nor a single one while somebody types. */
export function useShortcuts({ onCommands, onAction }: ShortcutHandlers): void {
  const off = useFlag(singleKeysOff);
  const opened = useEffectEvent(onCommands);
  const acted = useEffectEvent(onAction);
  useEffect(() => {
    let pending: { key: string; at: number } | null = null;

    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (isCommandKey(event)) {
        if (isOverlayOpen()) return;
        event.preventDefault();
        opened();
        return;
      }
      if (off || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const before = pending !== null && event.timeStamp - pending.at < sequenceMs ? pending.key : null;
      const step = nextKey(before, event.key);
      // Shift alone comes before "?": it must not end a sequence either.
      if (event.key.length === 1) pending = step.pending === null ? null : { key: step.pending, at: event.timeStamp };
      // An overlay is looked for last: it is a search through the whole page, for which no key should wait.
      if (step.action !== null && !isOverlayOpen() && acted(step.action)) event.preventDefault();
    }

    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [off]);
}

function isCommandKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  const modified = hasCommandKey ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  return modified && !altKey && !shiftKey && key.toLowerCase() === 'k';
}
