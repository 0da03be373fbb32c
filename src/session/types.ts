import type { Refreshed, TokenPair } from '../contract/auth.ts';

export type EndReason = 'expired' | 'logout' | 'elsewhere' | 'switched';

export type SessionState =
  | { status: 'booting' }
  | { status: 'anonymous' }
  /** `refreshing`: a new access token is on its way; nothing to show, requests wait for it by themselves. */
  | { status: 'active'; sessionId: string; userId: string; refreshing: boolean }
  /** The access token is used up and a new one cannot be had now. Nothing is lost; `retryAt` is by the wall clock, in milliseconds. */
  | { status: 'degraded'; sessionId: string; userId: string; retryAt: number | null; reason: 'offline' | 'unreachable' }
  | { status: 'ended'; reason: EndReason; sessionId: string; userId: string };

export interface Credentials {
  email: string;
  password: string;
}

/** What a request was sent as. The token never leaves the API's origin; the ids may be logged. */
export interface Stamp {
  token: string;
  sessionId: string;
  generation: number;
}

export interface Session {
  /** The present state: the same object until it changes. */
  getState(): SessionState;
  /** Calls `listener` after each change of `getState()` or `storageBlocked`. Answers the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** True when the browser refuses localStorage: the session lives in this tab's memory and ends with it. */
  readonly storageBlocked: boolean;
  /** Reads what is stored and leaves `booting` (or `ended`, once the app has put away all that was private). Never rejects. */
  boot(): Promise<void>;
  /** Starts a new session. @throws ApiError: `unauthorized` for wrong credentials, with the server's words */
  logIn(credentials: Credentials): Promise<void>;
  /** Ends the session at once, without waiting for the network. */
  logOut(): void;
  /** Resumes a session that ended as `expired`, for the same user; another user's log-in makes it end as `switched`. @throws ApiError */
  reauthenticate(credentials: Credentials): Promise<void>;
  /** Puts tokens of a silent log-in in place of the present ones: same session, next generation. On failure nothing changes. @throws ApiError */
  renew(credentials: Credentials): Promise<void>;
  /** Asks for a new access token at once instead of at `retryAt`: somebody pressed "Try again". */
  retry(): void;
  /**
   * A token that can be used now, waiting for a refresh when it must.
   * @throws ApiError (`session-ended`, or why no token can be had), or the signal's reason when the caller gives up
   */
  usableToken(signal?: AbortSignal): Promise<Stamp>;
  /**
   * Says what a 401 to a request that was sent as `sent` means.
   * @returns 'replay' when the request is to be sent once more, 'reject' when the answer stands
   * @throws as `usableToken`
   */
  afterRefusal(sent: Stamp, refusal: { code: string | null; replayed: boolean }, signal?: AbortSignal): Promise<'replay' | 'reject'>;
  /** Whether this tab still belongs to that session, so that an answer that was asked for in it may be used. */
  belongsTo(sessionId: string): boolean;
  /** Stops timers and listeners. */
  dispose(): void;
}

/** The endpoints that give out tokens. Each rejects with an ApiError; `signal` ends the request. */
export interface Transport {
  logIn(credentials: Credentials): Promise<TokenPair>;
  refresh(refresh: string, signal: AbortSignal): Promise<Refreshed>;
  verify(token: string, signal: AbortSignal): Promise<void>;
}

export interface Clock {
  /** Wall time in milliseconds since 1970: may jump, may be wrong by hours. */
  now(): number;
  /** Milliseconds that only ever grow, from any beginning. */
  monotonic(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The part of `Storage` that is used. Every call may throw. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** The part of `navigator.locks` that is used. */
export interface Locks {
  request<T>(name: string, options: { signal: AbortSignal }, work: () => Promise<T>): Promise<T>;
}

/** Word to the other tabs. It carries ids and never a token: what counts is in the storage. */
export interface TabMessage {
  sessionId: string;
  loggedOut: boolean;
}

export interface Channel {
  post(message: TabMessage): void;
  /** Also calls with null for a change of the storage, from which nothing is taken but that it happened. */
  subscribe(listener: (message: TabMessage | null) => void): void;
  close(): void;
}

/** What happens to the page. `restored`: it came back out of the back/forward cache. */
export type PageEvent = 'visible' | 'focus' | 'online' | 'offline' | 'restored';

export interface Page {
  visible(): boolean;
  online(): boolean;
  /** Answers the function that ends it. */
  subscribe(listener: (event: PageEvent) => void): () => void;
}

export interface SessionDeps {
  /** null: the browser does not even hand out the object. */
  storage: KeyValueStorage | null;
  /** null on an http page other than localhost: that is normal, refreshes then go unlocked. */
  locks: Locks | null;
  channel: Channel;
  clock: Clock;
  page: Page;
  transport: Transport;
  /** 0 ≤ x < 1, for jitter. */
  random(): number;
  /** An id that nobody can guess or meet twice. */
  newId(): string;
}
