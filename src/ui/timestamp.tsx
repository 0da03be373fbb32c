import { createContext, useContext } from 'react';
import { formatDate } from '../lib/dates.ts';

const words = { none: 'No date' };

/** The clock's offsets from UTC, as `useClockOffsets` returns them: when they change, every date below is written anew. One listener for all of them. */
export const ClockOffsets = createContext('');

/** A date, with the full date and time on hover; a dash when there is none. */
export function Timestamp({ value }: { value: string | null | undefined }) {
  useContext(ClockOffsets); // the date below depends on them
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
