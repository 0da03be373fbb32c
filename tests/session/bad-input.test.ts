// @vitest-environment node
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { parseRecord } from '../../src/session/record.ts';
import type { KeyValueStorage } from '../../src/session/types.ts';
import { as, loggedIn, storageKey, World } from '../support/session-world/world.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const jwt = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
const good = { version: 1, sessionId: 's', userId: 'a', generation: 1, access: jwt({ user_id: 'a' }), refresh: jwt({}), receivedAt: 1, lifetime: 300_000 };

const entries = Object.entries(good);
const partOfGood = fc.subarray(entries, { maxLength: entries.length - 1 }).map((part) => JSON.stringify(Object.fromEntries(part)));

describe('a corrupt record', () => {
  test('the whole one is read', () => {
    expect(parseRecord(JSON.stringify(good))).toEqual(good);
    expect(parseRecord(JSON.stringify({ ...good, more: 'x' }))).toEqual(good);
  });

  test.each([
    'null', '', '{', '[]', '7', '"x"', '{}', 'undefined', '\u0000',
    ...[
      { version: 2 }, { version: '1' }, { sessionId: '' }, { sessionId: 7 }, { userId: null }, { generation: 0 }, { generation: 1.5 }, { generation: '1' }, { access: 'garbage' },
      { access: null }, { refresh: '' }, { refresh: 'a b' }, { refresh: 'a\r\nX-Evil: 1' }, { receivedAt: null }, { receivedAt: 'now' }, { lifetime: 0 }, { lifetime: -1 }, { lifetime: '300' },
    ].map((wrong) => JSON.stringify({ ...good, ...wrong })),
  ])('%j means anonymous, without a request', async (text) => {
    expect(parseRecord(text)).toBeNull();
    const world = new World();
    world.browser.values.set(storageKey, text);
    const tab = world.open();
    await tab.session.boot();
    expect(tab.session.getState()).toEqual({ status: 'anonymous' });
    await world.advance(600_000);
    expect(world.network.sent).toEqual([]);
  });

  test('anything at all, at boot or under a running session: no crash, no loop, no token of nobody’s', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json(), partOfGood), async (text) => {
        const { world, tab } = await loggedIn();
        world.browser.values.set(storageKey, text);
        tab.page.fire('focus');
        const call = world.call(tab);
        await world.advance(60_000);
        expect(call.result).not.toBe('pending');
        const again = world.reload(tab);
        await again.session.boot();
        expect(again.session.getState()).toEqual({ status: 'anonymous' });
        const log = again.session.logIn(as('a'));
        await world.advance(100);
        await log;
        expect(again.session.getState().status).toBe('active');
      }),
      { numRuns: 50 },
    );
  });
});

test('a foreign token: one refresh, then log-in; never a loop', async () => {
  const world = new World();
  world.browser.values.set(storageKey, JSON.stringify({ ...good, receivedAt: Date.UTC(2026, 10, 23) }));
  const tab = world.open();
  await tab.session.boot();
  expect(tab.session.getState().status).toBe('active');
  const calls = [world.call(tab), world.call(tab)];
  await world.advance(600_000);
  expect(calls.map(({ result }) => result)).toEqual([expect.objectContaining({ kind: 'session-ended' }), expect.objectContaining({ kind: 'session-ended' })]);
  expect(world.sentTo('/refresh/')).toHaveLength(1);
  expect(tab.session.getState()).toMatchObject({ status: 'ended', reason: 'expired' });
  expect(world.browser.values.get(storageKey)).not.toContain(good.refresh);
});

describe('odd tokens', () => {
  test('a refresh that answers another user’s token is not taken', async () => {
    const world = new World({
      accessTtl: 2,
      tamper: (deps) => ({ ...deps, transport: { ...deps.transport, refresh: () => Promise.resolve({ access: jwt({ user_id: 'b' }) }) } }),
    });
    const tab = world.open();
    await tab.session.boot();
    const log = tab.session.logIn(as('a'));
    await world.advance(5000);
    await log;
    const call = world.call(tab);
    await world.advance(1000);
    expect(call.result).toMatchObject({ kind: 'contract' });
    expect(world.stored()).toMatchObject({ userId: 'a', generation: 1 });
    expect(tab.session.getState().status).toBe('degraded');
  });

  test.each([{ access: 'opaque' }, { access: '' }, { access: 'a.b.c', refresh: 'x' }])('a log-in that answers %j fails, and stores nothing', async (tokens) => {
    const world = new World({ tamper: (deps) => ({ ...deps, transport: { ...deps.transport, logIn: () => Promise.resolve({ refresh: 'r', ...tokens }) } }) });
    const tab = world.open();
    await tab.session.boot();
    await expect(tab.session.logIn(as('a'))).rejects.toMatchObject({ kind: 'contract' });
    expect(tab.session.getState()).toEqual({ status: 'anonymous' });
    expect(world.stored()).toBeNull();
  });

  test('a token without exp and iat works, is never renewed ahead of need, and is verified at boot', async () => {
    const world = new World({ tamper: (deps) => ({ ...deps, transport: { ...deps.transport, logIn: () => Promise.resolve({ access: jwt({}), refresh: 'r.r.r' }) } }) });
    const tab = world.open();
    await tab.session.boot();
    await tab.session.logIn(as('ada@example.com'));
    expect(tab.session.getState()).toMatchObject({ status: 'active', userId: 'email:ada@example.com' });
    await world.advance(86_400_000);
    expect(world.network.sent).toEqual([]);
    void world.reload(tab).session.boot();
    await world.advance(100);
    expect(world.sentTo('/verify/')).toHaveLength(1);
  });
});

describe('storage that refuses', () => {
  const refusing = (storage: KeyValueStorage | null, when: { read?: boolean; write?: boolean }): KeyValueStorage => {
    const fail = (on: boolean | undefined) => {
      if (on === true) throw new DOMException('no', 'SecurityError');
    };
    return {
      getItem: (key) => (fail(when.read), storage?.getItem(key) ?? null),
      setItem: (key, value) => (fail(when.write), storage?.setItem(key, value)),
      removeItem: (key) => (fail(when.write), storage?.removeItem(key)),
    };
  };

  test.each([
    ['always', { read: true, write: true }],
    ['to write (a full disk)', { write: true }],
  ])('%s: the session lives in this tab, and people are told', async (_name, when) => {
    const world = new World({ accessTtl: 2, tamper: (deps) => ({ ...deps, storage: refusing(deps.storage, when) }) });
    const tab = world.open();
    let told = 0;
    tab.session.subscribe(() => (told += 1));
    await tab.session.boot();
    const log = tab.session.logIn(as('a'));
    await world.advance(100);
    await log;
    expect(tab.session.storageBlocked).toBe(true);
    expect(told).toBeGreaterThan(0);
    for (let round = 0; round < 3; round++) {
      await world.advance(5000);
      const call = world.call(tab);
      await world.advance(200);
      expect(call.result).toBe('ok');
    }
    tab.session.logOut();
    expect(tab.session.getState()).toMatchObject({ status: 'ended', reason: 'logout' });
    await tab.session.boot();
    expect(tab.session.getState()).toEqual({ status: 'anonymous' });
    expect(world.browser.values.size).toBe(0);
  });

  test('no storage at all', async () => {
    const world = new World({ tamper: (deps) => ({ ...deps, storage: null }) });
    const tab = world.open();
    await tab.session.boot();
    expect(tab.session.storageBlocked).toBe(true);
    const log = tab.session.logIn(as('a'));
    await world.advance(100);
    await log;
    const call = world.call(tab);
    await world.advance(100);
    expect(call.result).toBe('ok');
  });

  test('it begins to refuse under a running session: the session goes on', async () => {
    let refuses = false;
    const world = new World({
      accessTtl: 2,
      tamper: (deps) => ({
        ...deps,
        storage: deps.storage && {
          ...deps.storage,
          getItem: (key) => {
            if (refuses) throw new Error('gone');
            return deps.storage?.getItem(key) ?? null;
          },
        },
      }),
    });
    const tab = world.open();
    await tab.session.boot();
    const log = tab.session.logIn(as('a'));
    await world.advance(100);
    await log;
    refuses = true;
    tab.page.fire('focus');
    await world.advance(5000);
    const call = world.call(tab);
    await world.advance(200);
    expect(call.result).toBe('ok');
    expect(tab.session.storageBlocked).toBe(true);
  });
});
