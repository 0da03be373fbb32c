import type { Channel, Clock, KeyValueStorage, Locks, PageLifecycle, PageEvent, SessionDeps } from './types.ts';

/** The browser APIs that a session needs; storage and locks are null where the browser does not provide them. */
export function browserDeps(): Omit<SessionDeps, 'transport'> {
  return { storage: storage(), locks: locks(), channel: channel(), clock, page, random: Math.random, newId };
}

/** Reading `localStorage` throws a SecurityError when the browser's settings block it. */
function storage(): KeyValueStorage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** `navigator.locks` exists only in a secure context: not on an http page other than localhost. */
function locks(): Locks | null {
  const manager: LockManager | undefined = navigator.locks;
  return manager ? { request: (name, options, work) => manager.request(name, options, work) } : null;
}

/** Storage events are needed as well as the channel: they also report that the user has cleared the site's data. */
function channel(): Channel {
  const broadcast = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('company-admin.session');
  const stop = new AbortController();
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- windows need one; a channel only reaches its own origin
    post: (message) => broadcast?.postMessage(message),
    subscribe(listener) {
      window.addEventListener('storage', () => listener(null), { signal: stop.signal });
      broadcast?.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(readMessage(data)), { signal: stop.signal });
    },
    close() {
      stop.abort();
      broadcast?.close();
    },
  };
}

function readMessage(data: unknown) {
  if (typeof data !== 'object' || data === null || !('sessionId' in data) || typeof data.sessionId !== 'string') return null;
  return { sessionId: data.sessionId, loggedOut: 'loggedOut' in data && data.loggedOut === true };
}

const clock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimeout: (run, ms) => window.setTimeout(run, ms),
  // The session only passes back what setTimeout returned.
  clearTimeout: (timer) => window.clearTimeout(timer as number | undefined),
};

const page: PageLifecycle = {
  visible: () => document.visibilityState === 'visible',
  online: () => navigator.onLine,
  subscribe(listener) {
    const stop = new AbortController();
    const on = (target: EventTarget, type: string, event: PageEvent, when: (fired: Event) => boolean = () => true) =>
      target.addEventListener(type, (fired) => when(fired) && listener(event), { signal: stop.signal });
    on(document, 'visibilitychange', 'visible', page.visible);
    on(window, 'focus', 'focus');
    on(window, 'online', 'online');
    on(window, 'offline', 'offline');
    on(window, 'pageshow', 'restored', (fired) => fired instanceof PageTransitionEvent && fired.persisted);
    return () => stop.abort();
  },
};

/** 128 random bits in hex. `crypto.randomUUID` exists only in a secure context; `getRandomValues` exists everywhere. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
