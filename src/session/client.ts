import { createAuthenticatedClient } from './authenticated-client.ts';
import { browserDeps } from './browser.ts';
import { readApiBase } from '../http/config.ts';
import { createPublicClient } from '../http/public-client.ts';
import { createSession } from './session.ts';
import { createTransport } from './transport.ts';

const baseUrl = readApiBase(document);

/** For public endpoints; never sends a token. */
export const publicApi = createPublicClient(baseUrl);

/** This tab's session. */
export const session = createSession({ ...browserDeps(), transport: createTransport(publicApi) });

/** For every endpoint that requires log-in. */
export const api = createAuthenticatedClient(baseUrl, session);
