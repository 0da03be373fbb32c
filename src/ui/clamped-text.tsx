import { breakableEmail } from './breakable-email.tsx';

/**
 * Text of any length clamped to two lines: hover shows all of it, and assistive technology reads all of it. The text has its
 * own direction, but is aligned like the rest of the page.
 */
export function ClampedText({ children }: { children: string }) {
  return (
    <span title={children} className="line-clamp-2 wrap-anywhere [text-align:-webkit-match-parent] [text-align:match-parent] [unicode-bidi:plaintext]">
      {breakableEmail(children)}
    </span>
  );
}
