import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildTarget, oldestBrowsers } from '../../../build/browsers.ts';
import { tooNewInCss, tooNewInScript, versionsWith } from '../../support/browser-support.ts';

test('the stylesheet needs no newer browser, but for what it can do without', () => {
  const [, css = ''] = /<style>([\s\S]*?)<\/style>/.exec(readFileSync('dist/index.html', 'utf8')) ?? [];
  expect(css.length).toBeGreaterThan(10_000);
  expect(tooNewInCss(css)).toEqual([
    // Without it, the page moves by the width of a scroll bar.
    'scrollbar-gutter', 'scrollbar-gutter: stable',
    // Tailwind writes it with Safari's prefix too.
    'text-decoration: dotted',
  ]);
});

test('the scripts need no newer browser, but for what they look for first', () => {
  const scripts = readdirSync('dist/assets').filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(10);
  const found = scripts.flatMap((name) => tooNewInScript(readFileSync(`dist/assets/${name}`, 'utf8')));
  expect([...new Set(found)].toSorted()).toEqual([
    // Methods of the libraries that only have the name of a newer one.
    '.adopt', '.dispose', '.drop', '.isError', '.stackTraceLimit', '.use',
    // Looked for by the libraries before they use it.
    'Error.captureStackTrace', 'navigator.connection', 'window.cookieStore',
  ]);
});

test('what is too new would be found', () => {
  expect(tooNewInCss('a { anchor-name: --a; text-wrap: pretty; width: calc-size(auto, size); } @starting-style { a { color: red } } a:open { color: red }')).toEqual([
    ':open', '@starting-style', 'anchor-name', 'calc-size()', 'text-wrap: pretty',
  ]);
  expect(tooNewInCss('a { color: light-dark(red, blue); height: 1dvh; width: 1rem } @property --a { syntax: "*"; inherits: false }')).toEqual([]);
  expect(tooNewInScript('Temporal.Now; Promise.try(f); document.startViewTransition(f); window.cookieStore; new Uint8Array().toBase64()')).toEqual([
    '.toBase64', 'Promise.try', 'Temporal', 'Temporal.Now', 'document.startViewTransition', 'window.cookieStore',
  ]);
  expect(tooNewInScript('structuredClone(Promise.withResolvers()); [].toSorted(); navigator.locks.request(a, b)')).toEqual([]);
});

test('the versions are in one place, as the README and the page say', () => {
  const versions = Object.fromEntries(oldestBrowsers);
  expect(versions['edge']).toBe(versions['chrome']);
  expect(versions['ios_saf']).toBe(versions['safari']);
  expect(buildTarget).toContain(`ios${versions['safari']}`);
  const words = `Chrome or Edge ${versions['chrome']}, Firefox ${versions['firefox']} or Safari ${versions['safari']}`;
  for (const file of ['README.md', 'index.html']) expect(readFileSync(file, 'utf8'), file).toContain(words);
});

test('the page looks for what came with these versions, to tell older ones', () => {
  expect(versionsWith('css.types.color.light-dark', 'api.CSSPropertyRule')).toEqual(oldestBrowsers);
  const page = readFileSync('index.html', 'utf8');
  expect(page).toContain("CSS.supports('color', 'light-dark(red, red)')");
  expect(page).toContain('window.CSSPropertyRule');
});
