// @vitest-environment jsdom
/* oxlint-disable unicorn/require-post-message-target-origin -- that is a window's; a channel has its own origin alone */
import { afterEach, expect, test, vi } from 'vitest';
import { browserDeps } from '../../../src/session/browser.ts';
import type { PageEvent } from '../../../src/session/types.ts';

afterEach(() => vi.unstubAllGlobals());

test('on plain http there are no locks and no randomUUID: ids all the same', () => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(10) });
  const deps = browserDeps();
  expect(deps.locks).toBeNull();
  expect(deps.newId()).toBe('0a'.repeat(16));
});

test('where localStorage throws there is none', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(browserDeps().storage).toBeNull();
});

test('the browser’s locks are used as they are', async () => {
  const request = vi.fn((_name: string, _options: object, work: () => Promise<string>) => work());
  vi.stubGlobal('navigator', { locks: { request } });
  const { signal } = new AbortController();
  expect(await browserDeps().locks?.request('name', { signal }, () => Promise.resolve('done'))).toBe('done');
  expect(request.mock.calls[0]?.slice(0, 2)).toEqual(['name', { signal }]);
});

test('page events: visible, focus, online, offline, and a return from the cache, but not a first show', () => {
  vi.stubGlobal(
    'PageTransitionEvent',
    class extends Event {
      persisted: boolean;
      constructor(type: string, { persisted }: { persisted: boolean }) {
        super(type);
        this.persisted = persisted;
      }
    },
  );
  const events: PageEvent[] = [];
  const stop = browserDeps().page.subscribe((event) => events.push(event));
  document.dispatchEvent(new Event('visibilitychange'));
  for (const type of ['focus', 'online', 'offline']) window.dispatchEvent(new Event(type));
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  stop();
  window.dispatchEvent(new Event('focus'));
  expect(events).toEqual(['visible', 'focus', 'online', 'offline', 'restored']);
});

test('tabs hear one another; a strange message is only a reason to look', async () => {
  const [one, two] = [browserDeps().channel, browserDeps().channel];
  const heard: unknown[] = [];
  two.subscribe((message) => heard.push(message));
  one.post({ sessionId: 's', loggedOut: true });
  const stranger = new BroadcastChannel('company-admin.session');
  stranger.postMessage({ sessionId: 7 });
  stranger.postMessage({ sessionId: 't', loggedOut: 'yes' });
  await expect.poll(() => heard).toEqual([{ sessionId: 's', loggedOut: true }, null, { sessionId: 't', loggedOut: false }]);
  window.dispatchEvent(new Event('storage'));
  expect(heard.at(-1)).toBeNull();
  for (const channel of [one, two, stranger]) channel.close();
});
