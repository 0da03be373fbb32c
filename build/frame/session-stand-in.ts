import type { Session, SessionState } from '../../src/session/types.ts';

const visitor: SessionState = { status: 'anonymous' };
const someone: SessionState = { status: 'active', sessionId: 'frame', userId: 'frame', refreshing: false };

let state: SessionState = visitor;

/** Says for whom the next page is rendered. */
export function pretendLoggedIn(loggedIn: boolean): void {
  state = loggedIn ? someone : visitor;
}

const never = async () => new Promise<never>(() => undefined);

/** Takes the place of the browser's session (`src/session/client.ts`) while a frame is rendered: nothing is stored, no request ends. */
export const session: Session = {
  getState: () => state,
  subscribe: () => () => undefined,
  storageBlocked: false,
  boot: async () => undefined,
  logIn: never,
  logOut: () => undefined,
  reauthenticate: never,
  renew: never,
  retry: () => undefined,
  usableToken: never,
  afterRefusal: never,
  belongsTo: () => false,
  dispose: () => undefined,
};

export const api = { request: never };
export const publicApi = api;
