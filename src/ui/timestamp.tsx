import { formatDate } from '../lib/dates.ts';

const words = { none: 'No date' };

/** A date, with the full date and time on hover; a dash when there is none. */
export function Timestamp({ value }: { value: string | null | undefined }) {
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
