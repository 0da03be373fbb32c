import { baseUrl, storageKey, type World } from './world.ts';
import type { Sent } from './fake-network.ts';

interface Stored {
  sessionId: string;
  generation: number;
  access?: string;
  refresh?: string;
}

/** Longer than any promise may take: a boot that verifies and refreshes, a request, its refresh, its replay. */
const bound = 240_000;
/** The renewal ahead of need, whatever the clocks say. */
const leastInterval = 20_000;

/**
 * Watches a world, and says which of the design's invariants were broken in it. Each offence begins with the invariant's name.
 * I10 is asked at the end, by `expectRecovery` in the properties.
 */
export function watch(world: World) {
  const offences: string[] = [];
  const offend = (invariant: string, what: string) => void offences.push(`${invariant}: ${what} (at ${world.clock.time} ms)`);
  const loggedOut = new Set<string>();
  const burnt = new Set<string>();
  /** The tabs whose user has asked for an attempt that has not been sent yet: it need not wait for the backoff. */
  const asked = new Set<string>();
  /** The session that each token was stored under. */
  const sessionOf = new Map<string, string>();
  /** The access token that was stored when a refresh was sent. */
  const accessAt = new Map<Sent, string>();
  const generations = new Map<string, number>();
  /** Locks shut out nobody while a tab is frozen or the network hangs: the design goes on unlocked then. */
  let lockKept = world.settings.locks;

  world.browser.onWrite = (tab, key, before, after) => {
    if (key !== storageKey) return offend('hygiene', `${tab} writes ${key}`);
    const [old, next] = [parse(before), parse(after)];
    if (old !== null && next?.sessionId !== old.sessionId) noteLoss(old, next === null);
    if (next === null) return;
    if (loggedOut.has(next.sessionId)) offend('I5', `${tab} brings ${next.sessionId} back after its log-out`);
    if (next.access === undefined && old !== null) noteExpiry(old);
    const last = generations.get(next.sessionId) ?? 0;
    if (next.generation < last) offend('I8', `${tab} takes ${next.sessionId} from generation ${last} to ${next.generation}`);
    generations.set(next.sessionId, Math.max(last, next.generation));
    for (const token of [next.access, next.refresh]) if (token !== undefined) sessionOf.set(token, next.sessionId);
  };

  /** A record that goes: only by a log-out, or when somebody logs in over it. */
  function noteLoss(old: Stored, removed: boolean): void {
    if (removed && !loggedOut.has(old.sessionId)) offend('I4', `the record of ${old.sessionId} was deleted without a log-out`);
    loggedOut.add(old.sessionId);
  }

  /** Tokens that are given up: only after the server has refused one of them. */
  function noteExpiry({ sessionId, access = '', refresh = '' }: Stored): void {
    if (!world.server.refused.has(refresh) && !world.server.refused.has(access)) offend('I4', `${sessionId} was ended though nothing was refused`);
    if (world.server.accepts(refresh) && !world.server.refused.has(access)) offend('I4', `${sessionId} was ended while its refresh token was good`);
  }

  world.browser.onPost = (message) => {
    const text = JSON.stringify(message);
    if (/e30\.|access|refresh/.test(text)) offend('hygiene', `a token in a message: ${text}`);
  };

  world.network.onSend = (sent) => {
    if (world.network.weather === 'hang' || world.tabs.some(({ frozen }) => frozen)) lockKept = false;
    if (!sent.url.href.startsWith(`${baseUrl}/`)) offend('I7', `${sent.tab} sends to ${sent.url.href}`);
    if (sent.path.endsWith('/refresh/')) onRefresh(sent);
    else if (sent.call !== null) onCall(sent, sent.call);
    else if (sent.path.endsWith('/create/') && sent.token !== null) offend('I7', 'a log-in with a token');
  };

  function onRefresh(sent: Sent): void {
    const token = sent.token ?? '';
    if (burnt.has(token)) return;
    const others = refreshes().filter((other) => other !== sent && other.outcome === null);
    if (others.some(({ tab }) => tab === sent.tab)) offend('I1', `two refreshes at a time in ${sent.tab}`);
    if (lockKept && others.length > 0) offend('I1', 'two refreshes at a time under a lock');
    accessAt.set(sent, world.stored()?.access ?? '');
    const sessionId = sessionOf.get(token);
    if (sessionId !== undefined && loggedOut.has(sessionId)) offend('I5', `${sent.tab} refreshes ${sessionId} after its log-out`);
    const last = refreshes().findLast((other) => other !== sent && other.tab === sent.tab && other.token === token);
    const wanted = asked.delete(sent.tab);
    if (!wanted && last !== undefined && last.outcome !== 200 && sent.at - last.endedAt < 1000) offend('I9', `${sent.tab} tries again ${sent.at - last.endedAt} ms after a failure`);
  }

  function onCall(sent: Sent, id: string): void {
    const call = world.calls.find((made) => made.id === id);
    const sentUnder = sessionOf.get(sent.token ?? '');
    if (call === undefined || sentUnder === undefined) return offend('I2', `${sent.tab} sends a token that was never stored`);
    if (call.sessionId !== null && call.sessionId !== sentUnder) offend('I2', `${id} of ${call.sessionId} is sent as ${sentUnder}`);
    const tries = world.network.sent.filter((other) => other.call === id);
    if (tries.length > 2) offend('I6', `${id} is sent ${tries.length} times`);
    if (tries.length > 1 && tries.at(-2)?.outcome !== 401) offend('I6', `${id} is sent again after ${tries.at(-2)?.outcome}`);
  }

  function refreshes(): Sent[] {
    return world.sentTo('/refresh/').filter(({ token }) => !burnt.has(token ?? ''));
  }

  return {
    /** To be called before somebody logs out. */
    loggingOut(sessionId: string): void {
      loggedOut.add(sessionId);
      const stored = world.stored();
      if (stored?.sessionId === sessionId && stored.refresh !== undefined) burnt.add(stored.refresh);
    },
    /** To be called before somebody asks for an attempt. */
    asking(tab: string): void {
      asked.add(tab);
    },
    /** All that went wrong so far. `idle`: nobody asked for anything, so every refresh was ahead of need. */
    offences({ idle = false } = {}): string[] {
      for (const call of world.calls) {
        const waited = Math.min(call.settledAt, world.clock.time) - call.at;
        if (waited > bound && !call.tab.wasFrozen) offend('I3', `${call.id} took ${waited} ms`);
        if (call.unexpected !== null) offend('I3', `${call.id} failed with ${call.unexpected instanceof Error ? call.unexpected.message : 'no error'}`);
        if (call.result === 'ok' && call.sessionId !== null && call.user !== userOf(call.sessionId)) offend('I2', `${call.id} was answered as ${call.user}`);
      }
      if (idle) checkPace();
      if (lockKept) checkSuccesses();
      return offences;
    },
  };

  function userOf(sessionId: string): string | undefined {
    const tokens = [...sessionOf].filter(([, session]) => session === sessionId).map(([token]) => token);
    return tokens.map((token) => world.server.issued.get(token)?.user).find((user) => user !== undefined);
  }

  function checkPace(): void {
    const good = refreshes().filter(({ granted }) => granted);
    good.slice(1).forEach((sent, index) => {
      const gap = sent.at - (good[index]?.at ?? 0);
      if (gap < leastInterval) offend('I9', `renewed ahead of need ${gap} ms after the last time`);
    });
  }

  function checkSuccesses(): void {
    const renewed = refreshes().filter(({ granted }) => granted).map((sent) => accessAt.get(sent));
    if (new Set(renewed).size < renewed.length) offend('I9', 'two successful refreshes for one access token');
  }
}

function parse(text: string | null): Stored | null {
  // only the product writes here
  return text === null ? null : (JSON.parse(text) as Stored);
}
