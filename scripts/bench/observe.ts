/** What the page records about itself; times in milliseconds since the navigation started. */
export interface Observed {
  lcp: number;
  cls: number;
  longTasks: { start: number; duration: number }[];
  /** When the log-in form was painted: in the startup frame, and by the app itself. */
  formShown: number;
  formReady: number;
  rowsShown: number;
}

declare global {
  interface Window {
    bench: Observed;
  }
}

/** Runs in every page before its own scripts, so it must not refer to anything outside itself. */
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

  // Checks in every frame until there is something to see, and no longer: checking takes time too.
  const look = () => {
    const typable = document.querySelector('input[autocomplete~=username], input[type=email]') && document.querySelector('input[type=password]');
    // An app may also have such a form in a closed dialog.
    if (typable?.checkVisibility()) {
      mark('formShown');
      if (!typable.closest('#frame')) mark('formReady');
    }
    if (document.querySelector('tbody tr')?.textContent) mark('rowsShown');
    if (!seen.formReady && !seen.rowsShown) requestAnimationFrame(look);
  };
  // The next task runs after this frame has been painted.
  const mark = (what: 'formShown' | 'formReady' | 'rowsShown') => setTimeout(() => (seen[what] ||= performance.now()));
  requestAnimationFrame(look);
}
