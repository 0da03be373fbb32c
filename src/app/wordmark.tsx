/** The product's mark and name. */
export function Wordmark() {
  return (
    <span className="flex items-center gap-2 font-semibold">
      <img src="/favicon.svg" alt="" width={22} height={22} />
      <span className="wordmark-name">Company admin</span>
    </span>
  );
}
