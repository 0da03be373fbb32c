import { useSyncExternalStore } from 'react';
import { clockOffsets, formatDate } from '../lib/dates.ts';

const words = { none: 'No date' };

/** A date, with the full date and time on hover; a dash when there is none. */
export function Timestamp({ value }: { value: string | null | undefined }) {
  useSyncExternalStore(subscribeReturn, clockOffsets, clockOffsets); // the date below depends on them
  const parts = formatDate(value);
  if (!parts) {
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{words.none}</span>
      </>
    );
  }
  return (
    <time dir="auto" dateTime={parts.dateTime} title={parts.full} className="whitespace-nowrap">
      {parts.text}
    </time>
  );
}

/** Whoever has changed the time zone, or travelled, comes back to the page afterwards. */
function subscribeReturn(onReturn: () => void): () => void {
  window.addEventListener('focus', onReturn);
  return () => window.removeEventListener('focus', onReturn);
}
