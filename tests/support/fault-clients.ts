import { goodPassword } from './factories.ts';

/** What the clients of some servers have seen. */
export interface Witness {
  /** The names of the departments whose creation was acknowledged. */
  acknowledged: Set<string>;
  /** Responses that are neither a success nor a 503 with Retry-After, and requests without any response. */
  unexpected: string[];
  /** How many 503s there were. */
  refused: number;
  /** Stops the clients; resolves when their last requests have ended. */
  stop(): Promise<void>;
}

/** Sends one request to a running server; the path starts with `/api/`. */
export async function request(url: string, method: string, path: string, body?: unknown, token?: string): Promise<Response> {
  return fetch(url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token === undefined ? {} : { Authorization: `JWT ${token}` }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

/** Has clients write to, read from and log in to each of the servers, one request after the other each. */
export function startClients(urls: readonly string[], email: string, token: string): Witness {
  const acknowledged = new Set<string>();
  const unexpected: string[] = [];
  let refused = 0;
  const over = new AbortController();

  async function judge(what: string, success: number, sending: Promise<Response>): Promise<boolean> {
    try {
      const response = await sending;
      const text = await response.text();
      if (response.status === success) return true;
      if (response.status === 503 && Number(response.headers.get('retry-after')) > 0 && text.startsWith('{"detail":"')) refused += 1;
      else unexpected.push(`${what}: ${response.status} ${text.slice(0, 40)}`);
    } catch (error) {
      unexpected.push(`${what}: ${String(error)}`);
    }
    // A server that refuses at once would be asked thousands of times.
    await new Promise((resolve) => setTimeout(resolve, 20));
    return false;
  }

  const client = async (turn: (index: number) => Promise<unknown>) => {
    for (let index = 0; !over.signal.aborted; index += 1) await turn(index);
  };
  const clients = urls.flatMap((url, server) => [
    client(async (index) => {
      const name = `Department ${server}-${index}-${Date.now()}`;
      if (await judge('write', 201, request(url, 'POST', '/api/departments/', { name }, token))) acknowledged.add(name);
    }),
    client(() => judge('list', 200, request(url, 'GET', '/api/departments/?search=department', undefined, token))),
    client(() => judge('rename', 200, request(url, 'PATCH', '/api/auth/users/me/', { first_name: 'Grace' }, token))),
    client(() => judge('log in', 200, request(url, 'POST', '/api/auth/jwt/create/', { email, password: goodPassword }))),
  ]);
  return {
    acknowledged,
    unexpected,
    get refused() {
      return refused;
    },
    async stop() {
      over.abort();
      await Promise.all(clients);
    },
  };
}

/** All department names of the token's company. */
export async function departmentNames(url: string, token: string): Promise<Set<string>> {
  const names = new Set<string>();
  for (let page = 1; ; page += 1) {
    const response = await request(url, 'GET', `/api/departments/?page_size=100&page=${page}`, undefined, token);
    const { next, results } = (await response.json()) as { next: string | null; results: { name: string }[] };
    for (const { name } of results) names.add(name);
    if (next === null) return names;
  }
}
