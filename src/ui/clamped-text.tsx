/**
 * Text of any length in two lines: the rest shows on hover, and assistive technology reads all of it. It reads in the
 * direction of its own letters, and stands where the page's own texts do.
 */
export function ClampedText({ children }: { children: string }) {
  return (
    <span title={children} className="line-clamp-2 wrap-anywhere [text-align:-webkit-match-parent] [text-align:match-parent] [unicode-bidi:plaintext]">
      {children}
    </span>
  );
}
