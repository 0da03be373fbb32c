import type { Page } from '@playwright/test';

/** What has to appear: a non-empty element that contains `text` and is not equal to `not`; or just the next paint after the action. */
export type Sight = { selector: string; text?: string; not?: string } | 'the next paint';

export interface Took {
  /** Milliseconds from pressing the key or pointer to the frame that shows the expected content. */
  ms: number;
  /** The longest task on the main thread in between, in milliseconds; 0 if none was over 50 ms. */
  longest: number;
}

/** Performs an action by pointer or keyboard and measures, in the page, how long the expected content takes to appear. */
export async function timed(page: Page, act: () => Promise<void>, sight: Sight): Promise<Took> {
  await page.evaluate(watch, sight);
  await act();
  // Set by `watch`.
  return page.evaluate(async () => (window as unknown as { benchSight: Promise<Took> }).benchSight);
}

/** Runs in the page: waits for the next press and then, frame by frame, for the expected content. */
function watch(sight: Sight): void {
  let start = 0;
  let acted = false;
  const isThere = () => {
    // There may be a frame between pressing a button and releasing it, and the page reacts to the release.
    if (sight === 'the next paint') return acted;
    const found = document.querySelector(sight.selector)?.textContent ?? '';
    return found !== '' && (sight.text === undefined || found.includes(sight.text)) && found !== sight.not;
  };
  const seen = new Promise<Took>((resolve, reject) => {
    const begin = ({ timeStamp }: Event) => (start ||= timeStamp);
    const act = () => (acted = true);
    for (const type of ['pointerdown', 'keydown', 'popstate']) addEventListener(type, begin, { capture: true, once: true });
    for (const type of ['pointerup', 'input', 'popstate']) addEventListener(type, act, { capture: true, once: true });
    setTimeout(() => reject(new Error(`Not seen within 20 s: ${JSON.stringify(sight)}`)), 20_000);
    const look = () => {
      if (start === 0 || !isThere()) return void requestAnimationFrame(look);
      // The next task runs after this frame has been painted.
      setTimeout(() => {
        const ms = performance.now() - start;
        setTimeout(() => {
          const tasks = window.bench.longTasks.filter((task) => task.start + task.duration > start && task.start < start + ms);
          resolve({ ms, longest: Math.max(0, ...tasks.map(({ duration }) => duration)) });
        }, 100);
      });
    };
    requestAnimationFrame(look);
  });
  Object.assign(window, { benchSight: seen });
}
