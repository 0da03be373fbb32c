import { Fragment, type ReactNode } from 'react';

/** An email address that may break before "@" and ".": Firefox takes the whole address for one word. Other text stays as it is. */
export function breakableEmail(text: string): ReactNode {
  if (!text.includes('@')) return text;
  return text.split(/(?=[@.])/).map((part, index) => (
    // The parts of one address keep their order, and equal ones are alike.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
