import { isCancel, type AxiosInstance } from 'axios';
import * as z from 'zod/mini';
import { ApiError } from '../../../src/http/errors.ts';
import { createAuthenticatedClient } from '../../../src/session/authenticated-client.ts';
import { request } from '../../../src/http/request.ts';
import { createPublicClient } from '../../../src/http/public-client.ts';
import { createSession } from '../../../src/session/session.ts';
import { createTransport } from '../../../src/session/transport.ts';
import type { Session, SessionDeps, SessionState } from '../../../src/session/types.ts';
import { FakeBrowser, FakePage } from './fake-browser.ts';
import { FakeNetwork } from './fake-network.ts';
import { TokenServer, type ServerSettings } from './token-server.ts';
import { VirtualClock } from './virtual-clock.ts';

export const baseUrl = 'http://localhost/api';
export const storageKey = 'company-admin.session';

export interface WorldSettings extends ServerSettings {
  locks: boolean;
  /** Replaces a tab's parts: how the mutation tests break a rule. */
  tamper?: (deps: SessionDeps, tab: string) => SessionDeps;
  tamperClient?: (client: AxiosInstance) => void;
}

const usual: WorldSettings = { accessTtl: 300, refreshTtl: 86_400, rotate: true, copyIat: false, skew: 0, locks: true };

/** One request of a page, and what became of it. */
export interface Call {
  id: string;
  tab: Tab;
  sessionId: string | null;
  at: number;
  result: 'pending' | 'ok' | 'aborted' | ApiError;
  /** What was answered: whose page it is. */
  user: string | null;
  settledAt: number;
  unexpected: unknown;
}

export interface Tab {
  name: string;
  session: Session;
  api: AxiosInstance;
  publicApi: AxiosInstance;
  page: FakePage;
  states: SessionState[];
  frozen: boolean;
  /** Time stood still for it, so that its waits have no bound. */
  wasFrozen: boolean;
}

/** A browser with tabs, a network and a server, all in virtual time. */
export class World {
  readonly clock = new VirtualClock();
  readonly browser = new FakeBrowser(this.clock);
  readonly server: TokenServer;
  readonly network: FakeNetwork;
  readonly calls: Call[] = [];
  readonly tabs: Tab[] = [];
  readonly settings: WorldSettings;
  readonly #held = new Map<string, (() => void)[]>();
  #seed: number;

  constructor(settings: Partial<WorldSettings> = {}, seed = 1) {
    this.settings = { ...usual, ...settings };
    this.server = new TokenServer(this.clock, this.settings);
    this.network = new FakeNetwork(this.clock, this.server);
    this.#seed = seed;
  }

  /** Opens a tab; `boot` it yourself. */
  open(name = `tab ${this.tabs.length + 1}`): Tab {
    const deliver = (run: () => void) => {
      if (tab.frozen) this.#held.set(name, [...(this.#held.get(name) ?? []), run]);
      else run();
    };
    const page = new FakePage(this.browser);
    const adapter = this.network.adapter(name, deliver);
    const publicApi = createPublicClient(baseUrl);
    publicApi.defaults.adapter = adapter;
    const deps: SessionDeps = {
      storage: this.browser.storage(name),
      locks: this.settings.locks ? this.browser.locks(deliver) : null,
      channel: this.browser.channel(name, deliver),
      clock: this.clock.forTab(deliver),
      page,
      transport: createTransport(publicApi),
      random: () => this.random(),
      newId: () => `session-${Math.floor(this.random() * 1e9)}`,
    };
    const session = createSession(this.settings.tamper?.(deps, name) ?? deps);
    const api = createAuthenticatedClient(baseUrl, session);
    api.defaults.adapter = adapter;
    this.settings.tamperClient?.(api);
    const tab: Tab = { name, session, api, publicApi, page, states: [], frozen: false, wasFrozen: false };
    session.subscribe(() => tab.states.push(session.getState()));
    this.tabs.push(tab);
    return tab;
  }

  /** Closes a tab and opens its page again, in the same place. */
  reload(tab: Tab): Tab {
    this.thaw(tab);
    tab.session.dispose();
    const reopened = this.open(`${tab.name}'`);
    this.tabs.splice(this.tabs.indexOf(tab), 1, reopened);
    this.tabs.pop();
    return reopened;
  }

  freeze(tab: Tab): void {
    tab.frozen = tab.wasFrozen = true;
  }

  thaw(tab: Tab): void {
    tab.frozen = false;
    for (const run of this.#held.get(tab.name) ?? []) run();
    this.#held.delete(tab.name);
  }

  /** A page asks for something. Never rejects: see the call's `result`. */
  call(tab: Tab, { signal, method = 'GET' }: { signal?: AbortSignal; method?: string } = {}): Call {
    const state = tab.session.getState();
    const sessionId = state.status === 'active' || state.status === 'degraded' ? state.sessionId : null;
    const call: Call = { id: `call ${this.calls.length}`, tab, sessionId, at: this.clock.time, result: 'pending', user: null, settledAt: Infinity, unexpected: null };
    this.calls.push(call);
    const done = (result: Call['result']) => Object.assign(call, { result, settledAt: this.clock.time });
    request(tab.api, z.object({ user: z.string() }), { method, url: '/page/', headers: { 'x-call': call.id }, signal }).then(
      ({ user }) => Object.assign(done('ok'), { user }),
      (error: unknown) => {
        if (isCancel(error)) done('aborted');
        else if (error instanceof ApiError) done(error);
        else Object.assign(done(new ApiError('server')), { unexpected: error });
      },
    );
    return call;
  }

  advance(ms: number): Promise<void> {
    return this.clock.advance(ms);
  }

  /** Sets the computer's clock. */
  jump(ms: number): void {
    this.clock.wallError += ms;
  }

  /** Refreshes, or any other requests, as the network saw them. */
  sentTo(path: string) {
    return this.network.sent.filter((sent) => sent.path.endsWith(path));
  }

  /** What is stored, as it is. */
  stored(): { sessionId: string; userId: string; generation: number; access?: string; refresh?: string; expired?: boolean } | null {
    const text = this.browser.values.get(storageKey);
    // written by the product; the tests of corrupt records do not ask this
    return text === undefined ? null : (JSON.parse(text) as NonNullable<ReturnType<World['stored']>>);
  }

  /** 0 ≤ x < 1, the same for the same seed (mulberry32). */
  random(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** Credentials that the server takes. */
export const as = (email: string) => ({ email, password: 'right' });

/** A world with one tab in which somebody has just logged in. */
export async function loggedIn(settings: Partial<WorldSettings> = {}, email = 'a'): Promise<{ world: World; tab: Tab }> {
  const world = new World(settings);
  const tab = world.open();
  await tab.session.boot();
  const log = tab.session.logIn(as(email));
  await world.advance(100);
  await log;
  return { world, tab };
}
