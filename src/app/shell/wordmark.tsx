/** The product's logo and name. The logo is a copy of `public/favicon.svg`: loading the file would be one more request before the first paint. */
export function Wordmark() {
  return (
    <span className="flex items-center gap-2 font-semibold">
      <svg viewBox="0 0 32 32" width={22} height={22} aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="#1e59cd" />
        <path
          d="M9 23V10.5A1.5 1.5 0 0 1 10.5 9h6A1.5 1.5 0 0 1 18 10.5V23m0-8h3.5a1.5 1.5 0 0 1 1.5 1.5V23M12.5 13h2m-2 4h2M7.5 23h17"
          fill="none"
          stroke="#fff"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className="wordmark-name">Company admin</span>
    </span>
  );
}
