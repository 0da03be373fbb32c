// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { as, loggedIn, storageKey, World, type Tab } from '../support/session-world/world.ts';

/** Lets the session run out for good under somebody's hands. */
async function runOut(world: World, tab: Tab): Promise<void> {
  const { access = '', refresh = '' } = world.stored() ?? {};
  world.server.issued.delete(access);
  world.server.issued.delete(refresh);
  world.call(tab);
  await world.advance(200);
  expect(tab.session.getState()).toMatchObject({ status: 'ended', reason: 'expired' });
}

describe('the state, as React reads it', () => {
  test('is the same object until it changes', async () => {
    const { world, tab } = await loggedIn();
    const before = tab.session.getState();
    tab.page.fire('focus');
    await tab.session.boot();
    world.call(tab);
    await world.advance(200);
    expect(tab.session.getState()).toBe(before);
  });

  test('tells each change once: booting, active, refreshing, ended', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 2 });
    await world.advance(5000);
    world.call(tab);
    await world.advance(200);
    tab.session.logOut();
    expect(tab.states.map((state) => [state.status, 'refreshing' in state && state.refreshing, 'reason' in state && state.reason])).toEqual([
      ['anonymous', false, false],
      ['active', false, false],
      ['active', true, false],
      ['active', false, false],
      ['ended', false, 'logout'],
    ]);
  });

  test('a listener that leaves hears no more', async () => {
    const { tab } = await loggedIn();
    let heard = 0;
    const stop = tab.session.subscribe(() => (heard += 1));
    stop();
    tab.session.logOut();
    expect(heard).toBe(0);
  });
});

describe('boot', () => {
  test('requests of the first moment wait for it', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 2 });
    await world.advance(5000);
    const again = world.reload(tab);
    const call = world.call(again); // nobody has called boot() yet
    expect(again.session.getState().status).toBe('booting');
    await world.advance(200);
    expect(call.result).toBe('ok');
    expect(again.states.map(({ status }) => status)).toEqual(['active']);
  });

  test('calls of boot join, and a request that is given up meanwhile ends at once', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 2 });
    await world.advance(5000);
    world.network.weather = 'slow';
    const again = world.reload(tab);
    expect(again.session.boot()).toBe(again.session.boot());
    const giveUp = new AbortController();
    const call = world.call(again, { signal: giveUp.signal });
    giveUp.abort();
    await world.advance(0);
    expect(call.result).toBe('aborted');
    expect(world.sentTo('/refresh/')).toHaveLength(1);
  });

  test('without a network it is degraded, and boot has an end', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 2 });
    await world.advance(5000);
    world.network.weather = 'hang';
    const again = world.reload(tab);
    const boot = again.session.boot();
    await world.advance(10_100);
    await boot;
    expect(again.session.getState()).toMatchObject({ status: 'degraded' });
  });

  test('a visitor without a record asks the network nothing, and a log-in in another tab is taken up', async () => {
    const world = new World();
    const [one, two] = [world.open(), world.open()];
    await Promise.all([one.session.boot(), two.session.boot()]);
    expect(world.network.sent).toEqual([]);
    const log = one.session.logIn(as('a'));
    await world.advance(100);
    await log;
    expect(two.session.getState()).toEqual(one.session.getState());
  });
});

describe('somebody comes back', () => {
  test('the same user: the same session, in all tabs', async () => {
    const { world, tab } = await loggedIn();
    const other = world.open();
    await other.session.boot();
    await runOut(world, tab);
    await world.advance(10);
    expect(other.session.getState()).toMatchObject({ status: 'ended', reason: 'expired' });
    const back = tab.session.reauthenticate(as('a'));
    await world.advance(100);
    await back;
    expect(tab.session.getState().status).toBe('active');
    expect(other.session.getState()).toEqual(tab.session.getState());
    expect(world.stored()).toMatchObject({ generation: 2 });
  });

  test('with a wrong password: the server’s words, and another try', async () => {
    const { world, tab } = await loggedIn();
    await runOut(world, tab);
    const outcome = tab.session.reauthenticate({ email: 'a', password: 'wrong' }).catch((error: unknown) => error);
    await world.advance(100);
    expect(await outcome).toMatchObject({ kind: 'unauthorized', messages: ['No active account found with the given credentials'] });
    expect(tab.session.getState()).toMatchObject({ status: 'ended', reason: 'expired' });
  });

  test('another user: ended as switched, and nothing is sent as they before a fresh start', async () => {
    const { world, tab } = await loggedIn();
    await runOut(world, tab);
    const back = tab.session.reauthenticate(as('b'));
    await world.advance(100);
    await back;
    expect(tab.session.getState()).toMatchObject({ status: 'ended', reason: 'switched', userId: 'a' });
    const call = world.call(tab);
    await world.advance(100);
    expect(call.result).toMatchObject({ kind: 'session-ended' });
    const fresh = world.reload(tab);
    await fresh.session.boot();
    expect(fresh.session.getState()).toMatchObject({ status: 'active', userId: 'b' });
  });

  test('log-out from the dialog: the other tabs are out too, and a late answer of the dialog changes nothing', async () => {
    const { world, tab } = await loggedIn();
    const other = world.open();
    await other.session.boot();
    await runOut(world, tab);
    await world.advance(10);
    const outcome = tab.session.reauthenticate(as('a')).catch((error: unknown) => error);
    tab.session.logOut();
    await world.advance(100);
    expect(await outcome).toMatchObject({ kind: 'session-ended' });
    expect(tab.session.getState()).toMatchObject({ status: 'ended', reason: 'logout' });
    expect(other.session.getState()).toMatchObject({ status: 'ended', reason: 'elsewhere' });
    expect(world.stored()).toBeNull();
  });

  test('a reload after the end is a visitor', async () => {
    const { world, tab } = await loggedIn();
    await runOut(world, tab);
    const again = world.reload(tab);
    await again.session.boot();
    expect(again.session.getState()).toEqual({ status: 'anonymous' });
  });

  test('while it has ended as expired, boot (each navigation calls it) does not end the asking', async () => {
    const { world, tab } = await loggedIn();
    await runOut(world, tab);
    await tab.session.boot();
    expect(tab.session.getState()).toMatchObject({ status: 'ended', reason: 'expired' });
  });
});

describe('a password is changed', () => {
  test('new tokens, the same session; the other tab takes them up in silence', async () => {
    const { world, tab } = await loggedIn();
    const other = world.open();
    await other.session.boot();
    const [before, oldToken] = [tab.session.getState(), world.stored()?.access];
    const renewed = tab.session.renew(as('a'));
    await world.advance(100);
    await renewed;
    expect(tab.session.getState()).toEqual(before);
    expect(world.stored()).toMatchObject({ generation: 2 });
    expect(world.stored()?.access).not.toBe(oldToken);
    world.server.issued.delete(oldToken ?? '');
    const call = world.call(other);
    await world.advance(100);
    expect(call.result).toBe('ok');
    expect(world.sentTo('/refresh/')).toHaveLength(0);
  });

  test.each([
    ['the log-in fails', { email: 'a', password: 'wrong' }, 'unauthorized'],
    ['it is somebody else', as('b'), 'contract'],
  ])('%s: the old tokens stay', async (_name, credentials, kind) => {
    const { world, tab } = await loggedIn();
    const before = world.browser.values.get(storageKey);
    const outcome = tab.session.renew(credentials).catch((error: unknown) => error);
    await world.advance(100);
    expect(await outcome).toMatchObject({ kind });
    expect(world.browser.values.get(storageKey)).toBe(before);
    expect(tab.session.getState().status).toBe('active');
  });

  test('a refresh that was under way does not overwrite it', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 30 });
    const other = world.open();
    await other.session.boot();
    world.server.issued.delete(world.stored()?.access ?? '');
    world.network.weather = 'slow';
    world.call(other);
    await world.advance(9000);
    world.network.weather = 'fine';
    const renewed = tab.session.renew(as('a'));
    await world.advance(100);
    await renewed;
    const token = world.stored()?.access;
    await world.advance(10_000);
    expect(world.stored()).toMatchObject({ access: token, generation: 2 });
  });
});

describe('the page', () => {
  test('out of the back/forward cache it looks again before anything else happens', async () => {
    const { world, tab } = await loggedIn();
    const other = world.open();
    await other.session.boot();
    world.freeze(tab); // the messages that it missed never come
    other.session.logOut();
    await world.advance(1000);
    tab.frozen = false;
    expect(tab.session.getState().status).toBe('active');
    tab.page.fire('restored');
    expect(tab.session.getState()).toMatchObject({ status: 'ended', reason: 'elsewhere' });
  });

  test('hidden, it renews nothing ahead of need; looked at again, it does', async () => {
    const { world, tab } = await loggedIn({ accessTtl: 300 });
    tab.page.shown = false;
    await world.advance(280_000);
    expect(world.sentTo('/refresh/')).toHaveLength(0);
    tab.page.shown = true;
    tab.page.fire('visible');
    await world.advance(100);
    expect(world.sentTo('/refresh/')).toHaveLength(1);
  });

  test('a record that a reader finds again after its log-out is taken away again', async () => {
    const { world, tab } = await loggedIn();
    const other = world.open();
    await other.session.boot();
    const text = world.browser.values.get(storageKey) ?? '';
    tab.session.logOut();
    world.browser.values.set(storageKey, text); // a write of another process that came in late
    await world.advance(10);
    expect(other.session.getState()).toMatchObject({ status: 'ended', reason: 'elsewhere' });
    expect(world.stored()).toBeNull();
  });
});
