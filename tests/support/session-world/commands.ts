import fc from 'fast-check';
import type { Weather } from './fake-network.ts';
import { watch } from './invariants.ts';
import { as, World, type Tab, type WorldSettings } from './world.ts';

/** Something that happens to one of the tabs, or to all of them. */
export type Command =
  | { do: 'call'; tab: number; times: number }
  | { do: 'call and give up'; tab: number; after: number }
  | { do: 'log in' | 'renew' | 'come back as'; tab: number; user: string }
  | { do: 'log out' | 'boot' | 'reload' | 'focus' | 'restore' | 'freeze' | 'thaw' | 'retry'; tab: number }
  | { do: 'show'; tab: number; shown: boolean }
  | { do: 'weather'; weather: Weather }
  | { do: 'online'; online: boolean }
  /** The server takes no access token, as while its key is changed. */
  | { do: 'distrust'; everybody: boolean }
  | { do: 'set the clock'; by: number }
  | { do: 'wait'; ms: number };

const tab = fc.nat({ max: 2 });
const user = fc.constantFrom('a', 'b');

/** Anything that may happen. `wait` comes often, so that things go on in between. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(0, 1, 10, 21, 50, 1000, 3000, 9000, 20_000, 70_000, 300_000) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('call' as const), tab, times: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('call and give up' as const), tab, after: fc.constantFrom(0, 5, 30, 2000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('log in' as const, 'renew' as const, 'come back as' as const), tab, user }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('log out' as const, 'boot' as const, 'reload' as const, 'focus' as const, 'restore' as const, 'freeze' as const, 'thaw' as const, 'retry' as const),
      tab,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('show' as const), tab, shown: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('weather' as const),
      weather: fc.constantFrom<Weather>('fine', 'fine', 'fine', 'slow', 'offline', 'lost', 'hang', '500', '429', 'for a day', 'html', 'page 401', 'empty', 'bare', '400', '403', '404'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('distrust' as const), everybody: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('online' as const), online: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('set the clock' as const), by: fc.constantFrom(-3_600_000, 3_600_000, -86_400_000, 5000, -50) }) },
);

export const anySettings: fc.Arbitrary<Partial<WorldSettings>> = fc.record({
  accessTtl: fc.constantFrom(2, 30, 300),
  refreshTtl: fc.constantFrom(600, 86_400),
  rotate: fc.boolean(),
  copyIat: fc.boolean(),
  skew: fc.constantFrom(0, 3_600_000, -3_600_000),
  locks: fc.boolean(),
});

export interface Story {
  settings: Partial<WorldSettings>;
  commands: Command[];
  seed: number;
}

export const anyStory: fc.Arbitrary<Story> = fc.record({
  settings: anySettings,
  commands: fc.array(anyCommand, { maxLength: 30 }),
  seed: fc.integer(),
});

/** Three tabs, the first logged in as `a`, the others opened beside it. Returns the world after the story and its watcher. */
export async function play({ settings, commands, seed }: Story): Promise<{ world: World; watcher: ReturnType<typeof watch> }> {
  const world = new World(settings, seed);
  const watcher = watch(world);
  const first = world.open();
  void first.session.boot();
  ignore(first.session.logIn(as('a')));
  await world.advance(100);
  for (const tab of [world.open(), world.open()]) void tab.session.boot();
  for (const command of commands) await obey(world, watcher, command);
  return { world, watcher };
}

async function obey(world: World, watcher: ReturnType<typeof watch>, command: Command): Promise<void> {
  switch (command.do) {
    case 'wait':
      return world.advance(command.ms);
    case 'weather':
      world.network.weather = command.weather;
      return;
    case 'distrust':
      world.server.refusesAccess = command.everybody;
      return;
    case 'set the clock':
      return world.jump(command.by);
    case 'online':
      world.browser.online = command.online;
      if (command.online) for (const { page, frozen } of world.tabs) if (!frozen) page.fire('online');
      return;
    default: {
      const tab = world.tabs[command.tab];
      if (tab !== undefined && (!tab.frozen || command.do === 'thaw' || command.do === 'reload')) obeyIn(tab, world, watcher, command);
    }
  }
}

function obeyIn(tab: Tab, world: World, watcher: ReturnType<typeof watch>, command: Extract<Command, { tab: number }>): void {
  const { session } = tab;
  const state = session.getState();
  switch (command.do) {
    case 'call':
      for (let time = 0; time < command.times; time++) world.call(tab);
      break;
    case 'call and give up': {
      const giveUp = new AbortController();
      world.call(tab, { signal: giveUp.signal });
      world.clock.after(command.after, () => giveUp.abort());
      break;
    }
    case 'log in':
      return ignore(session.logIn(as(command.user)));
    case 'renew':
      return ignore(session.renew(as(command.user)));
    case 'come back as':
      return ignore(session.reauthenticate(as(command.user)));
    case 'log out':
      if ('sessionId' in state && (state.status !== 'ended' || state.reason === 'expired')) watcher.loggingOut(state.sessionId);
      return session.logOut();
    case 'boot':
      return void session.boot();
    case 'reload':
      return void world.reload(tab).session.boot();
    case 'retry':
      watcher.asking(tab.name);
      return session.retry();
    case 'freeze':
      return world.freeze(tab);
    case 'thaw':
      return world.thaw(tab);
    case 'focus':
      return tab.page.fire('focus');
    case 'restore':
      return tab.page.fire('restored');
    case 'show':
      tab.page.shown = command.shown;
      if (command.shown) tab.page.fire('visible');
  }
}

/** Ends all faults and lets time pass: afterwards no tab may be stuck (I10). Returns one line for each that is. */
export async function recover(world: World): Promise<string[]> {
  world.network.weather = 'fine';
  world.browser.online = true;
  world.server.refusesAccess = false;
  for (const tab of world.tabs) {
    world.thaw(tab);
    tab.page.shown = true;
    tab.page.fire('visible');
    tab.page.fire('online');
  }
  await world.advance(150_000);
  const calls = world.tabs.map((tab) => world.call(tab));
  await world.advance(60_000);
  const stored = world.stored();
  const good = stored?.refresh !== undefined && world.server.accepts(stored.refresh);
  return world.tabs.flatMap((tab, index) => {
    const state = tab.session.getState();
    const call = calls[index];
    const stuck = state.status === 'booting' || state.status === 'degraded' || call?.result === 'pending';
    const cut = good && 'userId' in state && state.status === 'active' && call?.result !== 'ok';
    const stray = state.status === 'active' && state.sessionId !== stored?.sessionId;
    const out = good && state.status === 'ended' && state.reason === 'expired' && state.userId === stored?.userId;
    return stuck || cut || stray || out ? [`I10: ${tab.name} is ${JSON.stringify(state)} with ${String(call?.result)}; stored ${JSON.stringify(stored)}`] : [];
  });
}

function ignore(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
