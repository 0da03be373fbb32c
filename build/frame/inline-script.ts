import { namedControls } from '../../src/app/start/named-controls.ts';
import { reloadAfresh } from '../../src/app/start/reload-afresh.ts';
import { paintTheme } from '../../src/stores/theme.ts';
import { minifySync } from 'vite';

/** A page as the inline script knows it. */
export interface Choice {
  name: string;
  who: 'visitor' | 'private' | 'anyone';
  /** A regular expression for the whole path. */
  pattern: string;
  /** Addresses of the code that it needs besides what every page needs. */
  files: string[];
}

/*
 * The two functions below are written into the page as text and run there, before and after the frames: they may refer to
 * nothing outside of themselves. They set attributes and text and move nodes, as Trusted Types demand.
 */

/** Names the frame of the page that is asked for, and asks for the page's code. */
function chooseFrame(choices: Choice[]): void {
  const path = location.pathname;
  let loggedIn = false;
  try {
    // The same record as in src/session/store.ts; without a token in it the session has ended.
    loggedIn = 'access' in JSON.parse(localStorage.getItem('company-admin.session') ?? '{}');
  } catch {
    // Nothing that the session would accept either.
  }
  // A djoser link (`/#/activate/…`) leads to another page than its path says.
  let choice = /activate|confirm/i.test(location.hash) ? undefined : choices.find(({ pattern }) => new RegExp(pattern).test(path));
  if (choice?.who === 'private' && !loggedIn) choice = choices.find(({ name }) => name === 'login');
  if (choice?.who === 'visitor' && loggedIn) choice = undefined;
  document.documentElement.dataset['frame'] = choice?.name ?? 'neutral';
  for (const file of choice?.files ?? []) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.crossOrigin = '';
    link.href = file;
    document.head.append(link);
  }
}

/** Shows the frame, and remembers what is pressed in it until the app is there to do it (src/app/start/take-over.ts). */
function showFrame(reload: () => Promise<void>, controlsOf: typeof namedControls): void {
  // Told so by index.html; the app does not start either.
  if (document.getElementById('outdated')) return;
  const { frame: name, theme } = document.documentElement.dataset;
  const frame = document.getElementById('frame');
  const template = (id: string) => document.querySelector<HTMLTemplateElement>(`#frame-${id}`);
  const chosen = template(name ?? 'neutral');
  const failed = template('failed');
  if (!frame || !chosen || !failed) return;
  // Named before extensions and translators can add to them or change them.
  for (const [control, { dataset }] of controlsOf(chosen.content)) dataset['control'] = control;
  frame.append(chosen.content);
  document.title = chosen.dataset['title'] ?? document.title;

  const radio = frame.querySelector<HTMLInputElement>(`[type=radio][value=${theme ?? 'system'}]`);
  if (radio) radio.checked = true;
  const search = frame.querySelector<HTMLInputElement>('[type=search]');
  if (search) search.value = new URLSearchParams(location.search).get('search') ?? '';

  const file = frame.querySelector<HTMLInputElement>('[type=file]');
  if (file) {
    // Left to the browser, a file that is dropped here would open in place of the app.
    frame.addEventListener('dragover', (event) => event.preventDefault());
    frame.addEventListener('drop', (event) => {
      event.preventDefault();
      if (event.dataTransfer?.files.length) file.files = event.dataTransfer.files;
    });
  }

  const note = (what: 'held' | 'pressed') => (event: Event) => {
    const button = event.target instanceof Element && event.target.closest<HTMLElement>('button[data-control]');
    if (!button) return;
    // Enter in a field clicks the submit button too: nothing is sent from here.
    if (what === 'pressed') event.preventDefault();
    frame.dataset[what] = button.dataset['control'];
  };
  frame.addEventListener('pointerdown', note('held'));
  frame.addEventListener('click', note('pressed'));
  addEventListener('pointerup', () => delete frame.dataset['held']);
  const giveUp = () => {
    frame.replaceChildren(failed.content);
    frame.querySelector('button')?.addEventListener('click', () => void reload());
  };
  addEventListener('startfailed', giveUp, { once: true });
  // Of a script, not of one that is merely preloaded.
  addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && dispatchEvent(new Event('startfailed')), { capture: true });
  for (const unused of document.querySelectorAll('template')) unused.remove();
}

/**
 * Writes the two inline scripts of the page.
 * @returns `head`, to run before anything is painted, and `body`, to run right behind the frames
 */
export function inlineScripts(choices: Choice[]): { head: string; body: string } {
  return {
    head: minified(`(${paintTheme.toString()})();(${chooseFrame.toString()})(${JSON.stringify(choices)})`),
    body: minified(`(${showFrame.toString()})(${reloadAfresh.toString()},${namedControls.toString()})`),
  };
}

function minified(code: string): string {
  const { code: text, errors } = minifySync('inline.js', code, { compress: true, mangle: true });
  if (errors.length > 0) throw new Error(`The inline script does not parse: ${errors[0]?.message}`);
  return text.trim();
}
