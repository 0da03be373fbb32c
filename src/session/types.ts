import type { Refreshed, TokenPair } from '../contract/auth.ts';
import type { LogInBody } from '../contract/requests.ts';

export type EndReason = 'expired' | 'logout' | 'elsewhere' | 'switched';

export type SessionState =
  | { status: 'booting' }
  | { status: 'anonymous' }
  /** `refreshing`: a new access token is on its way. There is nothing to show: requests wait for it. */
  | { status: 'active'; sessionId: string; userId: string; refreshing: boolean }
  /**
   * The access token has expired and cannot be renewed at the moment. The tokens are kept. `retryAt`: milliseconds since the
   * epoch; null while no retry is scheduled (offline, or the page is hidden).
   */
  | { status: 'degraded'; sessionId: string; userId: string; retryAt: number | null; reason: 'offline' | 'unreachable' }
  | { status: 'ended'; reason: EndReason; sessionId: string; userId: string };

/** What log-in asks for (1). `otherEmails`: spellings in which the account may be stored, tried in turn after a 401; the server compares letter by letter. */
export type Credentials = LogInBody & { otherEmails?: readonly string[] };

/** The token and session that a request is sent with. The token never leaves the API's origin; the ids may be logged. */
export interface Stamp {
  token: string;
  sessionId: string;
  generation: number;
}

export interface Session {
  /** The current state: the same object until it changes. */
  getState(): SessionState;
  /** Calls `listener` after each change of `getState()` or `storageBlocked`. Returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
  /** True when localStorage is not available: the session is kept in this tab's memory and ends with the tab. */
  readonly storageBlocked: boolean;
  /** Reads the stored record and leaves `booting`, or leaves `ended` once the app has removed everything private. Never rejects. */
  boot(): Promise<void>;
  /** Starts a new session. @throws ApiError: `unauthorized` for wrong credentials, with the server's message */
  logIn(credentials: Credentials): Promise<void>;
  /** Ends the session at once, without waiting for the network. */
  logOut(): void;
  /** Resumes a session that ended as `expired`, for the same user; when another user logs in it ends as `switched`. @throws ApiError */
  reauthenticate(credentials: Credentials): Promise<void>;
  /** Logs in silently and replaces the current tokens: same session, next generation. On failure nothing changes. @throws ApiError */
  renew(credentials: Credentials): Promise<void>;
  /** Refreshes now instead of at `retryAt`: the user pressed "Try again". */
  retry(): void;
  /**
   * Resolves with a usable token, after a refresh if one is needed.
   * @throws ApiError (`session-ended`, or why the refresh failed), or the signal's reason when the caller aborts
   */
  usableToken(signal?: AbortSignal): Promise<Stamp>;
  /**
   * Decides what a 401 to a request that was sent with `sent` means.
   * @param refusal `code` from the error body, and whether the request was already a replay
   * @returns 'replay' when the request is to be sent once more, 'reject' when the 401 stands
   * @throws as `usableToken`
   */
  afterRefusal(sent: Stamp, refusal: { code: string | null; replayed: boolean }, signal?: AbortSignal): Promise<'replay' | 'reject'>;
  /** Whether this tab is still in that session, so that a response to a request made in it may be used. */
  belongsTo(sessionId: string): boolean;
  /** Stops timers and listeners. */
  dispose(): void;
}

/** The token endpoints. Each rejects with an ApiError; `signal` aborts the request. */
export interface Transport {
  logIn(credentials: Credentials): Promise<TokenPair>;
  refresh(refresh: string, signal: AbortSignal): Promise<Refreshed>;
  verify(token: string, signal: AbortSignal): Promise<unknown>;
}

export interface Clock {
  /** Wall time in milliseconds since the epoch: may jump, may be wrong by hours. */
  now(): number;
  /** Milliseconds from an arbitrary origin; never goes backwards. */
  monotonic(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The part of `Storage` that the session uses. Every call may throw. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** The part of `navigator.locks` that the session uses. */
export interface Locks {
  request<T>(name: string, options: { signal: AbortSignal }, work: () => Promise<T>): Promise<T>;
}

/** A message to the other tabs. It carries ids and never a token: the tokens are in the storage. */
export interface TabMessage {
  sessionId: string;
  loggedOut: boolean;
}

export interface Channel {
  post(message: TabMessage): void;
  /** Calls `listener` with null when the storage has changed; the session then reads the record itself. */
  subscribe(listener: (message: TabMessage | null) => void): void;
  close(): void;
}

/** An event in the page's lifecycle. `restored`: it came back from the back/forward cache. */
export type PageEvent = 'visible' | 'focus' | 'online' | 'offline' | 'restored';

export interface PageLifecycle {
  visible(): boolean;
  online(): boolean;
  /** Returns a function that unsubscribes. */
  subscribe(listener: (event: PageEvent) => void): () => void;
}

export interface SessionDeps {
  /** Null when reading `localStorage` itself throws. */
  storage: KeyValueStorage | null;
  /** Null on an http page other than localhost. That is normal: refreshes then run without a lock. */
  locks: Locks | null;
  channel: Channel;
  clock: Clock;
  page: PageLifecycle;
  transport: Transport;
  /** 0 ≤ x < 1, for jitter. */
  random(): number;
  /** A random id that is unique and cannot be guessed. */
  newId(): string;
}
