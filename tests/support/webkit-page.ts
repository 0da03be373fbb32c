import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as TestingLibrary from '@testing-library/dom';
import { command } from './webkit-driver.ts';

const library = readFileSync(createRequire(import.meta.url).resolve('@testing-library/dom/dist/@testing-library/dom.umd.min.js'), 'utf8');

/** How WebDriver refers to an element. */
const reference = 'element-6066-11e4-a52e-4f735466cecf';
export type Element = Record<typeof reference, string>;

/** The code points that stand for keys (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const keys = { Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Escape: '\uE00C', ArrowUp: '\uE013', ArrowDown: '\uE015' };
type Key = keyof typeof keys;

/**
 * A window of WebKitGTK. What is looked for is found by Testing Library, which is put into each document: by roles and names,
 * as in the other browsers' tests. Every step waits until the page is ready for it.
 */
export class WebKitPage {
  private readonly session: string;
  private readonly base: string;

  /**
   * @param session a WebDriver session's address
   * @param base the app's address
   */
  constructor(session: string, base: string) {
    this.session = session;
    this.base = base;
  }

  goto = (path: string) => this.post('/url', { url: new URL(path, this.base).href });
  reload = () => this.post('/refresh');
  back = () => this.post('/back');
  async path(): Promise<string> {
    const { pathname, search } = new URL(await command<string>('GET', `${this.session}/url`));
    return pathname + search;
  }

  /** Runs a function in the page. It may refer to nothing but its arguments. */
  evaluate = <T>(work: (...args: never[]) => T, ...args: unknown[]) => this.post<Awaited<T>>('/execute/sync', { script: `return (${work.toString()}).apply(null, arguments)`, args });

  /** Waits until `check` resolves to something true. A document that is being replaced can fail it. */
  async until<T>(what: string, check: () => Promise<T>, timeout = 15_000): Promise<NonNullable<T>> {
    const deadline = Date.now() + timeout;
    for (;;) {
      const result = await check().catch((error: unknown) => ({ error }));
      const failed = typeof result === 'object' && result !== null && 'error' in result;
      if (result && !failed) return result;
      if (Date.now() > deadline) throw new Error(`Not in time: ${what} at ${await this.path()}`, { cause: failed ? result.error : undefined });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  role = (role: string, name?: string | RegExp) => this.until(`${role} ${name ?? ''}`, async () => (await this.find('role', role, name))[0]);
  label = (label: string) => this.until(`field ${label}`, async () => (await this.find('label', label))[0]);
  gone = (role: string, name?: string | RegExp) => this.until(`no ${role} ${name ?? ''}`, async () => (await this.find('role', role, name)).length === 0);
  text = (words: string) => this.until(`"${words}"`, () => this.evaluate((wanted: string) => document.body.innerText.includes(wanted), words));
  heading = (name: string) => this.until(`heading ${name}`, () => this.evaluate((wanted: string) => document.querySelector('h1')?.textContent === wanted, name));
  value = (field: Element) => this.evaluate((input: HTMLInputElement) => input.value, field);
  focus = (element: Element) => this.evaluate((node: HTMLElement) => node.focus(), element);
  isFocused = (element: Element) => this.evaluate((node: HTMLElement) => node === document.activeElement, element);
  /** The app has taken the place of the frame that the document paints before it. */
  ready = () => this.until('the app', async () => !(await this.isFrame()));
  isFrame = () => this.evaluate(() => document.getElementById('frame') !== null);

  /** Clicks; a target that the page has just replaced is looked for again. */
  click = (role: string, name: string | RegExp) =>
    this.until(`a click on ${role} ${name}`, async () => {
      await this.post(`/element/${(await this.role(role, name))[reference]}/click`);
      return true;
    });

  /** Clicks into a field, selects what is in it and types over it. */
  async fill(label: string, text: string): Promise<void> {
    await this.post(`/element/${(await this.label(label))[reference]}/click`);
    await this.press('Control', 'a');
    await (text === '' ? this.press('Backspace') : this.type(text));
  }

  choose = async (label: string, file: string) => this.post(`/element/${(await this.label(label))[reference]}/value`, { text: file });

  /** Types into whatever has the focus. */
  type = (text: string) => this.act([...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]));

  /** Presses keys together: `press('Shift', 'Tab')`. */
  async press(...chord: (Key | 'a' | 'k')[]): Promise<void> {
    const values = chord.map((key) => (key === 'a' || key === 'k' ? key : keys[key]));
    await this.act([...values.map((value) => ({ type: 'keyDown', value })), ...values.toReversed().map((value) => ({ type: 'keyUp', value }))]);
  }

  tab = () => command<string>('GET', `${this.session}/window`);
  switchTo = (tab: string) => this.post('/window', { handle: tab });
  async newTab(): Promise<string> {
    const { handle } = await this.post<{ handle: string }>('/window/new', { type: 'tab' });
    await this.switchTo(handle);
    return handle;
  }

  /** Where the page is and what it says. */
  seen = () => this.evaluate(() => `${location.href}\n${document.body.innerText}`);
  screenshot = async () => Buffer.from(await command<string>('GET', `${this.session}/screenshot`), 'base64');

  /** What can be seen and used of a role and name, or a label, right now. */
  async find(by: 'role' | 'label', what: string, name?: string | RegExp): Promise<Element[]> {
    const matcher = name instanceof RegExp ? { source: name.source, flags: name.flags } : (name ?? null);
    const look = () => this.evaluate(query, by, what, matcher) as Promise<unknown> as Promise<Element[] | null>; // elements come as references
    const found = await look();
    if (found) return found;
    await this.post('/execute/sync', { script: library, args: [] });
    return (await look()) ?? [];
  }

  private act = (actions: object[]) => this.post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  private post = <T = unknown>(path: string, body?: object) => command<T>('POST', this.session + path, body);
}

/** Runs in the page; null when the document does not have the library yet. */
function query(by: 'role' | 'label', what: string, name: string | { source: string; flags: string } | null): HTMLElement[] | null {
  const { TestingLibraryDom: dom } = window as unknown as { TestingLibraryDom?: typeof TestingLibrary }; // its global name
  if (!dom) return null;
  if (by === 'label') return dom.queryAllByLabelText(document.body, what).filter((element) => element.checkVisibility());
  return dom.queryAllByRole(document.body, what, name === null ? {} : { name: typeof name === 'string' ? name : new RegExp(name.source, name.flags) });
}
