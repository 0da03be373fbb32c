import { expect, type Locator, type Page } from '@playwright/test';

/** Where the focus is, and whether it can be seen. */
export interface Stop {
  /** Tag and words of the element, for the message of a failed test. */
  element: string;
  /** Width of the outline on the element, or on the label that stands for it, in px. */
  outline: number;
  /** Nothing lies over its middle. */
  uncovered: boolean;
}

/** The element that has the focus; null where none has. */
export async function currentStop(page: Page): Promise<Stop | null> {
  return page.evaluate(async () => {
    // Reduced motion leaves transitions of an instant: the outline is there in the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return null;
    const outlineOf = (element: Element | null) => {
      const style = element && getComputedStyle(element);
      return style && style.outlineStyle !== 'none' ? Number.parseFloat(style.outlineWidth) : 0;
    };
    const box = focused.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1));
    return {
      element: `${focused.tagName.toLowerCase()} "${(focused.getAttribute('aria-label') ?? focused.textContent).trim().slice(0, 40)}"`,
      outline: Math.max(outlineOf(focused), outlineOf(focused.closest('label'))),
      uncovered: top !== null && (focused.contains(top) || top.contains(focused)),
    };
  });
}

/** Every stop of the Tab key, until the browser takes the focus or it comes round; and how often it went backwards. */
export async function tabStops(page: Page): Promise<{ stops: Stop[]; turns: number }> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const stop = await currentStop(page);
    if (stop === null || !(await markFocused(page, presses))) break;
    stops.push(stop);
  }
  const order = await page.locator('[data-stop]').evaluateAll((elements) => elements.map((element) => Number(element.getAttribute('data-stop'))));
  return { stops, turns: order.filter((number, index) => index > 0 && number < (order[index - 1] ?? 0)).length };
}

/** Numbers the element that has the focus. False when it has a number already. */
async function markFocused(page: Page, number: number): Promise<boolean> {
  return page.evaluate((stop) => {
    if (document.activeElement?.hasAttribute('data-stop') !== false) return false;
    document.activeElement.setAttribute('data-stop', String(stop));
    return true;
  }, number);
}

/** Presses Tab until the element has the focus, as somebody does who has no pointer. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not reach ${target.toString()}`);
}
