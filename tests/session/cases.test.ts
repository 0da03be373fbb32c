// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../src/http/errors.ts';
import { as, baseUrl, loggedIn, World, type Call } from '../support/session-world/world.ts';

/*
 * Twenty cases that other session layers got wrong, as far as they need no real browser.
 * The numbers are the design's; the browser tests have the rest.
 */

const results = (calls: Call[]) => calls.map(({ result }) => result);
const minutes = 60_000;

describe('requests meet an access token that has run out', () => {
  test('1: five requests get 401 together: one refresh, five answers', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 300 });
    // The server forgets the token early: the client cannot know, all five go out.
    const token = world.stored()?.access ?? '';
    world.server.issued.delete(token);
    const calls = Array.from({ length: 5 }, () => world.call(tab));
    await world.advance(1000);
    expect(results(calls)).toEqual(Array(5).fill('ok'));
    expect(world.sentTo('/refresh/')).toHaveLength(1);
    expect(world.sentTo('/page/')).toHaveLength(10);
  });

  test('1: five requests after its end: one refresh before any is sent', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 2 });
    await world.advance(5000);
    const calls = Array.from({ length: 5 }, () => world.call(tab));
    await world.advance(1000);
    expect(results(calls)).toEqual(Array(5).fill('ok'));
    expect(world.sentTo('/refresh/')).toHaveLength(1);
    expect(world.sentTo('/page/')).toHaveLength(5);
  });

  test('2: a late 401 for the old token is replayed with the current one, without a refresh', async () => {
    const { world, tab } = await loggedIn();
    world.server.issued.delete(world.stored()?.access ?? '');
    world.network.weather = 'slow';
    const late = world.call(tab);
    await world.advance(100);
    world.network.weather = 'fine';
    const early = world.call(tab);
    await world.advance(1000);
    expect(results([late, early])).toEqual(['pending', 'ok']);
    await world.advance(10_000);
    expect(late.result).toBe('ok');
    expect(world.sentTo('/refresh/')).toHaveLength(1);
  });

  test('10: the refresh is good but the API still says 401: one replay, then the session has ended', async () => {
    const { world, tab } = await loggedIn();
    world.server.refusesAccess = true;
    const call = world.call(tab);
    await world.advance(1000);
    expect(call.result).toMatchObject({ kind: 'session-ended' });
    expect(world.sentTo('/page/')).toHaveLength(2);
    expect(world.sentTo('/refresh/')).toHaveLength(1);
    expect(tab.session.getState()).toMatchObject({ status: 'ended', reason: 'expired' });
  });

  test('a proxy’s 401 says nothing about the session: no refresh, no replay, nobody is logged out', async () => {
    const { world, tab } = await loggedIn();
    const before = world.stored();
    world.network.weather = 'page 401';
    const calls = [world.call(tab), world.call(tab, { method: 'POST' })];
    await world.advance(1000);
    expect(results(calls)).toEqual([expect.objectContaining({ kind: 'unavailable' }), expect.objectContaining({ kind: 'unavailable' })]);
    expect(world.sentTo('/refresh/')).toHaveLength(0);
    expect(world.sentTo('/page/')).toHaveLength(2);
    expect(tab.session.getState().status).toBe('active');
    expect(world.stored()).toEqual(before);
  });

  test('a deleted user is out at once, without another refresh', async () => {
    const { world, tab } = await loggedIn();
    world.server.deletedUsers.add('a');
    const call = world.call(tab);
    await world.advance(1000);
    expect(call.result).toMatchObject({ kind: 'session-ended' });
    expect(world.sentTo('/refresh/')).toHaveLength(0);
    expect(tab.session.getState()).toMatchObject({ status: 'ended', reason: 'expired' });
    expect(world.stored()).not.toHaveProperty('access');
  });
});

describe('several tabs', () => {
  test.each([true, false])('3: rotation, both tabs run out together (locks: %s): both stay in', async (locks) => {
    const { world, tab } = await loggedIn({ accessTtl: 2, locks });
    const other = world.open();
    await other.session.boot();
    await world.advance(5000);
    const calls = [world.call(tab), world.call(other)];
    await world.advance(15_000);
    expect(results(calls)).toEqual(['ok', 'ok']);
    expect(world.sentTo('/refresh/').filter(({ outcome }) => outcome === 200)).toHaveLength(1);
    expect([tab, other].map(({ session }) => session.getState().status)).toEqual(['active', 'active']);
  });

  test('4: without locks the loser’s 401 comes before the winner’s write: it waits, and adopts', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 2, locks: false });
    const other = world.open();
    await other.session.boot();
    await world.advance(5000);
    world.network.weather = 'slow';
    const winner = world.call(tab);
    await world.advance(4100); // the server has rotated, its answer is on the way
    world.network.weather = 'fine';
    const loser = world.call(other);
    await world.advance(1000);
    expect(world.sentTo('/refresh/').map(({ outcome }) => outcome)).toEqual([null, 401]);
    expect(loser.result).toBe('pending');
    await world.advance(5000);
    expect(results([winner, loser])).toEqual(['ok', 'ok']);
  });

  test('13: a frozen tab holds the lock: the other goes on in bounded time', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 2, rotate: false });
    const other = world.open();
    await other.session.boot();
    await world.advance(5000);
    world.call(tab);
    await world.advance(1);
    world.freeze(tab);
    const call = world.call(other);
    await world.advance(11_000);
    expect(call.result).toBe('pending');
    await world.advance(2000);
    expect(call.result).toBe('ok');
    world.thaw(tab);
    await world.advance(1000);
    expect(tab.session.getState().status).toBe('active');
    expect(world.stored()?.generation).toBe(2);
  });

  test('15: one tab becomes somebody else: the other sends nothing as they, until it starts afresh', async () => {
    const { world, tab } = await loggedIn();
    const other = world.open();
    await other.session.boot();
    tab.session.logOut();
    const log = tab.session.logIn(as('b'));
    await world.advance(100);
    await log;
    expect(other.session.getState()).toMatchObject({ status: 'ended', reason: 'elsewhere', userId: 'a' });
    const call = world.call(other);
    await other.session.boot(); // the app boots at each navigation
    const later = world.call(other);
    await world.advance(1000);
    expect(results([call, later])).toEqual([expect.objectContaining({ kind: 'session-ended' }), expect.objectContaining({ kind: 'session-ended' })]);
    const fresh = world.reload(other);
    const asB = world.call(fresh);
    await world.advance(1000);
    expect(asB.user).toBe('b');
  });

  test('15: without a log-out in between the other tab ends as switched', async () => {
    const { world, tab } = await loggedIn();
    const other = world.open();
    await other.session.boot();
    const log = tab.session.logIn(as('b'));
    await world.advance(100);
    await log;
    expect(other.session.getState()).toMatchObject({ status: 'ended', reason: 'switched', userId: 'a' });
  });
});

describe('a refresh that fails', () => {
  test.each(['offline', '429', '500', 'html', 'page 401', '400', '403', '404', 'hang', 'empty', 'bare'] as const)('5: %s: degraded, the record is kept, and it recovers', async (weather) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { world, tab } = await loggedIn({ accessTtl: 2 });
    await world.advance(5000);
    const before = world.stored();
    world.network.weather = weather;
    const call = world.call(tab);
    await world.advance(10_500);
    if (weather === 'bare') {
      // A token that does not tell its user or its end is taken: the server says what it is worth.
      return expect(tab.session.getState().status).not.toBe('booting');
    }
    expect(call.result).toBeInstanceOf(ApiError);
    expect(tab.session.getState()).toMatchObject({ status: 'degraded', reason: 'unreachable' });
    expect(world.stored()).toEqual(before);
    world.network.weather = 'fine';
    await world.advance(2 * minutes);
    expect(tab.session.getState().status).toBe('active');
  });

  test('5: a browser that knows it is offline waits for it to be over, and then does not', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 2 });
    await world.advance(5000);
    world.network.weather = 'offline';
    world.browser.online = false;
    world.call(tab);
    await world.advance(10 * minutes);
    expect(tab.session.getState()).toMatchObject({ status: 'degraded', reason: 'offline', retryAt: null });
    expect(world.sentTo('/refresh/')).toHaveLength(1);
    world.network.weather = 'fine';
    world.browser.online = true;
    tab.page.fire('online');
    await world.advance(100);
    expect(tab.session.getState().status).toBe('active');
  });

  test('5: going offline while it retries is said at once', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 2 });
    await world.advance(5000);
    world.network.weather = '500';
    world.call(tab);
    await world.advance(100);
    expect(tab.session.getState()).toMatchObject({ status: 'degraded', reason: 'unreachable' });
    world.browser.online = false;
    tab.page.fire('offline');
    expect(tab.session.getState()).toMatchObject({ status: 'degraded', reason: 'offline', retryAt: null });
  });

  test.each(['page 401', '400', '403', '404'] as const)('a refresh that gets a %s is a service that cannot be reached to the page that waits for it', async (weather) => {
    const { world, tab } = await loggedIn({ accessTtl: 2 });
    await world.advance(5000);
    world.network.weather = weather;
    const call = world.call(tab);
    await world.advance(1000);
    expect(call.result).toMatchObject({ kind: 'unavailable', fields: {}, messages: [] });
  });

  test('5: Retry-After: 86400 does not lock the tab for a day, and “Try again” sends a request at once', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 2 });
    await world.advance(5000);
    world.network.weather = 'for a day';
    world.call(tab);
    await world.advance(10_000);
    expect(world.sentTo('/refresh/')).toHaveLength(1);
    tab.page.fire('focus');
    expect(world.sentTo('/refresh/')).toHaveLength(1);
    tab.session.retry();
    await world.advance(100);
    expect(world.sentTo('/refresh/')).toHaveLength(2);
    world.network.weather = 'fine';
    await world.advance(2 * minutes + 1000);
    expect(tab.session.getState().status).toBe('active');
    expect(world.sentTo('/refresh/')).toHaveLength(3);
  });

  test('5: retries come at growing distances, and not before Retry-After', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 2 });
    await world.advance(5000);
    world.network.weather = '500';
    world.call(tab);
    await world.advance(5 * minutes);
    const times = world.sentTo('/refresh/').map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
    expect(times.length).toBeLessThan(18);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(60_100);

    world.network.weather = '429';
    await world.advance(1.1 * minutes);
    const tries = world.sentTo('/refresh/').length;
    tab.page.fire('focus');
    expect(world.sentTo('/refresh/').length - tries).toBeLessThanOrEqual(1);
  });

  test('6: a minute is left, and the renewal ahead of need is refused: it works until the real end', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 300, refreshTtl: 200 });
    await world.advance(270_000);
    expect(world.sentTo('/refresh/').map(({ outcome }) => outcome)).toEqual([401]);
    const call = world.call(tab);
    await world.advance(1000);
    expect(call.result).toBe('ok');
    expect(tab.session.getState().status).toBe('active');
    await world.advance(30_000);
    expect(tab.session.getState()).toMatchObject({ status: 'ended', reason: 'expired' });
    expect(world.sentTo('/refresh/')).toHaveLength(1);
  });

  test('7: the server rotated but its answer was lost: ended as expired, and the same user resumes the same session', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 2 });
    await world.advance(5000);
    world.network.weather = 'lost';
    world.call(tab);
    await world.advance(200);
    world.network.weather = 'fine';
    await world.advance(5000);
    const ended = tab.session.getState();
    expect(ended).toMatchObject({ status: 'ended', reason: 'expired' });
    const back = tab.session.reauthenticate(as('a'));
    await world.advance(100);
    await back;
    expect(tab.session.getState()).toMatchObject({ status: 'active', sessionId: 'sessionId' in ended ? ended.sessionId : '' });
    expect(world.stored()?.generation).toBe(2);
  });

  test('11: three waiters get the same error', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 2 });
    await world.advance(5000);
    world.network.weather = '500';
    const calls = [world.call(tab), world.call(tab), world.call(tab)];
    await world.advance(1000);
    const [first] = results(calls);
    expect(first).toMatchObject({ name: 'ApiError', kind: 'server', status: 500 });
    expect(new Set(results(calls))).toEqual(new Set([first]));
    expect(world.sentTo('/refresh/')).toHaveLength(1);
  });

  test('12: a queued request is aborted: it ends at once and is never sent; the refresh goes on', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 2 });
    await world.advance(5000);
    world.network.weather = 'slow';
    const giveUp = new AbortController();
    const [aborted, other] = [world.call(tab, { signal: giveUp.signal }), world.call(tab)];
    await world.advance(100);
    giveUp.abort();
    await world.advance(0);
    expect(results([aborted, other])).toEqual(['aborted', 'pending']);
    world.network.weather = 'fine';
    await world.advance(10_000);
    expect(other.result).toBe('ok');
    expect(world.sentTo('/page/').every(({ call }) => call === other.id)).toBe(true);
  });

  test('a POST is not replayed after a time-out or a network error', async () => {
    const { world, tab } = await loggedIn();
    for (const weather of ['offline', 'lost', 'hang', '500'] as const) {
      world.network.weather = weather;
      const call = world.call(tab, { method: 'POST' });
      await world.advance(60_000);
      expect(call.result).toBeInstanceOf(ApiError);
      expect(world.network.sent.filter((sent) => sent.call === call.id)).toHaveLength(1);
    }
  });
});

describe('clocks', () => {
  test.each([
    ['is an hour ahead', { skew: -60 * minutes }],
    ['is an hour behind', { skew: 60 * minutes }],
    ['is right, but iat is the refresh token’s', { copyIat: true }],
  ])('8: the clock %s: an idle tab refreshes once a lifetime', async (_name, settings) => {
    const { world } = await loggedIn({ accessTtl: 300, rotate: false, ...settings });
    await world.advance(60 * minutes);
    const { length } = world.sentTo('/refresh/');
    expect(length).toBeGreaterThanOrEqual(12);
    expect(length).toBeLessThanOrEqual(16);
  });

  test('8: the clock is set while the page is open: nothing happens', async () => {
    const { world } = await loggedIn({ accessTtl: 300 });
    for (let hour = 0; hour < 6; hour++) {
      world.jump(hour % 2 ? -60 * minutes : 60 * minutes);
      await world.advance(30_000);
    }
    expect(world.sentTo('/refresh/')).toHaveLength(0);
  });

  test('verify is asked when the stored record is from the future, and only then', async () => {
    const { world, tab } = await loggedIn();
    world.reload(tab);
    await world.tabs[0]?.session.boot();
    expect(world.sentTo('/verify/')).toHaveLength(0);
    world.jump(-60 * minutes);
    const [first] = world.tabs;
    if (first === undefined) throw new Error('no tab');
    const again = world.reload(first);
    void again.session.boot();
    expect(again.session.getState().status).toBe('booting');
    await world.advance(100);
    expect(world.sentTo('/verify/')).toHaveLength(1);
    expect(again.session.getState().status).toBe('active');
    expect(world.sentTo('/refresh/')).toHaveLength(0);
  });

  test('a proxy’s page instead of verify’s response: the token is used as it is', async () => {
    const { world, tab } = await loggedIn();
    world.jump(-60 * minutes);
    const again = world.reload(tab);
    world.network.weather = 'page 401';
    void again.session.boot();
    await world.advance(100);
    expect(again.session.getState().status).toBe('active');
    expect(world.sentTo('/refresh/')).toHaveLength(0);
  });

  test('verify says no: it refreshes', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 300 });
    tab.page.shown = false;
    await world.advance(10 * minutes);
    world.jump(-60 * minutes);
    const again = world.reload(tab);
    void again.session.boot();
    await world.advance(200);
    expect(again.session.getState().status).toBe('active');
    expect(world.sentTo('/refresh/')).toHaveLength(1);
  });
});

describe('leaving', () => {
  test('9: with run-out tokens stored, log-in and reset carry no header, and their 401 refreshes nothing', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 2 });
    await world.advance(5000);
    const wrong = tab.session.logIn({ email: 'a', password: 'wrong' });
    const open = tab.publicApi.post('/auth/users/reset_password/', {}, { headers: { Authorization: 'JWT stale' } });
    const failures = Promise.allSettled([wrong, open]);
    await world.advance(1000);
    expect(await failures).toMatchObject([
      { status: 'rejected', reason: { kind: 'unauthorized', messages: ['No active account found with the given credentials'] } },
      { status: 'rejected' },
    ]);
    expect(world.sentTo('/reset_password/').map(({ token }) => token)).toEqual([null]);
    expect(world.sentTo('/refresh/')).toHaveLength(0);
    expect(tab.session.getState().status).toBe('active');
  });

  test.each([true, false])('14: a refresh is in flight, then log-out, then somebody else logs in: the late answer is dropped (rotation: %s)', async (rotate) => {
    const { world, tab } = await loggedIn({ accessTtl: 2, rotate });
    await world.advance(5000);
    world.network.weather = 'slow';
    const call = world.call(tab);
    await world.advance(5000);
    world.network.weather = 'fine';
    tab.session.logOut();
    expect(tab.session.getState()).toMatchObject({ status: 'ended', reason: 'logout' });
    expect(world.stored()).toBeNull();
    const log = tab.session.logIn(as('b'));
    await world.advance(100);
    await log;
    await world.advance(20_000);
    expect(call.result).toMatchObject({ kind: 'session-ended' });
    expect(world.stored()).toMatchObject({ userId: 'b', generation: 1 });
  });

  test('log-out waits for nothing, and burns the refresh token', async () => {
    const { world, tab } = await loggedIn();
    const refresh = world.stored()?.refresh ?? '';
    world.network.weather = 'slow';
    tab.session.logOut();
    expect(tab.session.getState().status).toBe('ended');
    await world.advance(10_000);
    expect(world.server.accepts(refresh)).toBe(false);
    expect(world.stored()).toBeNull();
  });

  test('a log-out overtakes a log-in that is under way', async () => {
    const { world, tab } = await loggedIn();
    const log = tab.session.logIn(as('b'));
    const outcome = log.catch((error: unknown) => error);
    tab.session.logOut();
    await world.advance(1000);
    expect(await outcome).toMatchObject({ kind: 'session-ended' });
    expect(world.stored()).toBeNull();
  });

  test('19: a foreign address gets no token and no request', async () => {
    const { world, tab } = await loggedIn();
    for (const url of ['https://evil.example/x', '//evil.example/x', 'http://localhost:8080/api/page/', 'http://localhost@evil.example/']) {
      await expect(tab.api.get(url)).rejects.toBeInstanceOf(ApiError);
      await expect(tab.publicApi.post(url, { password: 'right' })).rejects.toBeInstanceOf(ApiError);
    }
    expect(world.network.sent.every(({ url }) => url.href.startsWith(baseUrl))).toBe(true);
    expect(world.sentTo('/x')).toHaveLength(0);
  });

  test('an answer that comes in after the log-out is dropped', async () => {
    const { world, tab } = await loggedIn();
    world.network.weather = 'slow';
    const call = world.call(tab);
    await world.advance(5000);
    tab.session.logOut();
    await world.advance(5000);
    expect(call.result).toMatchObject({ kind: 'session-ended' });
  });
});

test('a morning visit with a dead refresh token is at log-in at once, with and without locks', async () => {
  for (const locks of [true, false]) {
    const { world, tab } = await loggedIn({ refreshTtl: 86_400, locks });
    tab.page.shown = false;
    await world.advance(86_401_000);
    const morning = world.reload(tab);
    void morning.session.boot();
    await world.advance(100);
    expect(morning.session.getState()).toEqual({ status: 'anonymous' });
  }
});

test('a fresh token boots without any request', async () => {
  const world = new World();
  const tab = world.open();
  void tab.session.boot();
  expect(tab.session.getState()).toEqual({ status: 'anonymous' });
  const log = tab.session.logIn(as('a'));
  await world.advance(100);
  await log;
  const requests = world.network.sent.length;
  const again = world.reload(tab);
  void again.session.boot();
  expect(again.session.getState().status).toBe('active');
  expect(world.network.sent.length).toBe(requests);
});
