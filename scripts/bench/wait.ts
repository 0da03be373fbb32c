import type { Page } from '@playwright/test';

/** What has to be on the screen: an element that is not empty, with this text somewhere in it, and not with that; or only what the page answers at once. */
export type Sight = { selector: string; text?: string; not?: string } | 'the next paint';

export interface Took {
  /** From the press of the key or the pointer to the frame that shows what was waited for. */
  ms: number;
  /** The longest task of the main thread meanwhile, 0 if none was over 50 ms. */
  longest: number;
}

/** Does something by pointer or keyboard and measures in the page how long it takes until the sight is there. */
export async function timed(page: Page, act: () => Promise<void>, sight: Sight): Promise<Took> {
  await page.evaluate(watch, sight);
  await act();
  // What was put there by the line above.
  return page.evaluate(async () => (window as unknown as { benchSight: Promise<Took> }).benchSight);
}

/** Runs in the page: waits for the next press and then, frame by frame, for the sight. */
function watch(sight: Sight): void {
  let start = 0;
  let acted = false;
  const isThere = () => {
    // A frame may come between the press of a button and its release, which is what the page answers.
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
      // The frame in which it is painted ends before the next task.
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
