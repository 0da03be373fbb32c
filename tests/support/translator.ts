import { expect, type Page } from '@playwright/test';

/**
 * Translates every page as browsers do it: each text node is replaced by a `<font>` with a text node of its own. Here the
 * words stay the same, so that they can be looked for.
 */
export async function translate(page: Page): Promise<void> {
  await page.addInitScript(() => {
    /** The replaced text nodes, which nobody sees any more, and what they said. */
    const replaced = new Map<Text, string>();
    const replace = (text: Text) => {
      const parent = text.parentElement;
      if (!parent?.closest('body') || parent.closest('font, script, style')) return;
      // oxlint-disable-next-line typescript/no-deprecated -- what Google Translate puts around texts
      const font = document.createElement('font');
      font.append(text.data);
      replaced.set(text, text.data);
      text.replaceWith(font);
    };
    const replaceAll = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node: Node | null = root instanceof Text ? root : walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) texts.push(node);
      texts.forEach(replace);
    };
    new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(replaceAll))).observe(document, { childList: true, subtree: true });
    const staleTexts = () => [...replaced].filter(([text, said]) => text.data !== said).map(([text, said]) => `“${said}” should be “${text.data}”`);
    Object.assign(window, { staleTexts });
  });
}

/** Fails when the app has changed a text node that a translation has replaced: what is on screen is out of date. */
export async function expectNothingStale(page: Page): Promise<void> {
  expect(await page.evaluate<string[]>('staleTexts()')).toEqual([]);
}
