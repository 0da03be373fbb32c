/**
 * Text of any length in two lines: the rest shows on hover, and assistive technology reads all of it. The direction is
 * that of its own letters.
 */
export function ClampedText({ children }: { children: string }) {
  return (
    <bdi title={children} className="line-clamp-2 wrap-anywhere">
      {children}
    </bdi>
  );
}
