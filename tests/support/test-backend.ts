import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import type { Backend } from './backend.ts';
import { createTestServer, type TestServer, type TestServerOptions } from './server.ts';
import { isOver, refuseIfOver } from './test-scope.ts';

/** The reference server of one test, in this process. */
export interface TestBackend extends Backend {
  server: TestServer;
  /** The requests of the app that reached it, oldest first: `GET /api/departments/?page=2`. */
  requests: string[];
}

let current: TestBackend | null = null;
const underway = new Set<Promise<unknown>>();

/** The one handler: the app's requests go to the real server. No endpoint is ever mocked twice. */
export const network = setupServer(
  http.all('*/api/*', async ({ request }) => {
    if (current === null || isOver()) return HttpResponse.error();
    const { pathname, search } = new URL(request.url);
    current.requests.push(`${request.method} ${pathname}${search}`);
    const response = current.server.fetch(request);
    underway.add(response);
    return response.finally(() => underway.delete(response));
  }),
);

/** This test's server. The first call starts it, with the given settings if any; it ends with the test. */
export async function testBackend(options?: TestServerOptions): Promise<TestBackend> {
  refuseIfOver();
  if (current === null) {
    const server = await createTestServer(options);
    if (isOver()) await server.close();
    refuseIfOver();
    current = { server, requests: [], ...server.backend };
  } else if (options !== undefined) {
    throw new Error("This test's server is running already: give its settings first.");
  }
  return current;
}

/** Ends this test's server. */
export async function closeTestBackend(): Promise<void> {
  const closing = current;
  current = null;
  await Promise.allSettled(underway);
  await closing?.server.close();
}
