/** What the page keeps of its own life; times in milliseconds since its navigation began. */
export interface Observed {
  lcp: number;
  cls: number;
  longTasks: { start: number; duration: number }[];
  /** When the log-in form was painted, and when it was with the app itself behind it. */
  formShown: number;
  formReady: number;
  rowsShown: number;
}

declare global {
  interface Window {
    bench: Observed;
  }
}

/** Runs in every page before its own scripts: it may refer to nothing outside of itself. */
export function observe(): void {
  const seen: Observed = { lcp: 0, cls: 0, longTasks: [], formShown: 0, formReady: 0, rowsShown: 0 };
  window.bench = seen;
  const on = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
  on('layout-shift', (entry) => {
    if ('value' in entry && 'hadRecentInput' in entry && !entry.hadRecentInput) seen.cls += Number(entry.value);
  });
  on('longtask', (entry) => seen.longTasks.push({ start: entry.startTime, duration: entry.duration }));

  // Looked at with every frame until there is something to see, and not longer: looking costs time too.
  const look = () => {
    const typable = document.querySelector('input[autocomplete~=username], input[type=email]') && document.querySelector('input[type=password]');
    // A list may have one in a dialog that is closed.
    if (typable?.checkVisibility()) {
      mark('formShown');
      if (!typable.closest('#frame')) mark('formReady');
    }
    if (document.querySelector('tbody tr')?.textContent) mark('rowsShown');
    if (!seen.formReady && !seen.rowsShown) requestAnimationFrame(look);
  };
  // The frame that is looked at has been laid out and painted before the next task.
  const mark = (what: 'formShown' | 'formReady' | 'rowsShown') => setTimeout(() => (seen[what] ||= performance.now()));
  requestAnimationFrame(look);
}
