import { z } from 'zod/mini';
import { tokenPairSchema } from '../../src/contract/auth.ts';
import { memberOrderingFields } from '../../src/contract/lists.ts';
import { measure, throughput, type Figures } from './measure.ts';

/** One line of the table; `index` is negative in the runs that warm up. */
interface Case {
  name: string;
  times: number;
  run(index: number): Promise<void>;
  /** Whether it is also measured with eight clients at once. */
  crowded?: boolean;
}

/** The figures of a line; `perSecond` is the throughput of eight clients. */
export interface Line extends Figures {
  perSecond?: number;
}

interface Seeded {
  url: string;
  email: string;
  password: string;
  members: number;
}

const listSchema = z.object({ results: z.array(z.object({ id: z.int() })) });

/** Measures a running server with a seeded company; calls `tell` with each line as soon as it is measured. */
export async function measureCases({ url, email, password, members }: Seeded, tell: (name: string, line: Line) => void): Promise<void> {
  async function send(method: string, path: string, body?: object, token?: string): Promise<unknown> {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token === undefined ? {} : { Authorization: `JWT ${token}` }) },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path} returned ${response.status}: ${await response.text()}`);
    return response.json();
  }

  const logIn = async () => tokenPairSchema.parse(await send('POST', '/auth/jwt/create/', { email, password }));
  const { access, refresh } = await logIn();
  const list = (name: string, query: string): Case => ({
    name, times: 40, run: async () => void (await send('GET', `/myTeams/?${query}`, undefined, access)),
  });
  const department = listSchema.parse(await send('GET', '/departments/', undefined, access)).results[0]?.id;
  const last = Math.ceil(members / 10);

  const cases: Case[] = [
    { ...list('list', ''), crowded: true },
    ...memberOrderingFields.flatMap((field) => [list(`order by ${field}`, `ordering=${field}`), list(`order by -${field}`, `ordering=-${field}`)]),
    list('page in the middle', `page=${Math.ceil(last / 2)}&ordering=first_name`),
    list('last page', `page=${last}&ordering=-last_name`),
    { ...list('search: a name', 'search=okafor'), crowded: true },
    list('search: a name, by name', 'search=okafor&ordering=first_name'),
    list('search: two words', 'search=ada+okafor'),
    list('search: nothing found', 'search=zzzz&ordering=first_name'),
    list('search: all found', 'search=example&ordering=last_name'),
    list('search: all found, deep', `search=example&ordering=last_name&page=${Math.ceil(last / 2)}`),
    { name: 'departments: list', times: 40, run: async () => void (await send('GET', '/departments/?ordering=-updated_at', undefined, access)) },
    { name: 'departments: search', times: 40, run: async () => void (await send('GET', '/departments/?search=north', undefined, access)) },
    {
      name: 'add a department', times: 20,
      run: async (index) => void (await send('POST', '/departments/', { name: `Bench ${index} ${Date.now()}` }, access)),
    },
    {
      name: 'add a member', times: 20, crowded: true,
      run: async (index) => void (await send('POST', '/myTeams/', {
        email: `bench.${index}.${Date.now()}@example.com`, first_name: 'Ada', last_name: 'Okafor', department, password: 'Quiet_Meadow_77',
      }, access)),
    },
    { name: 'log in', times: 20, crowded: true, run: async () => void (await logIn()) },
    { name: 'refresh', times: 40, crowded: true, run: async () => void (await send('POST', '/auth/jwt/refresh/', { refresh })) },
  ];
  for (const { name, times, run, crowded } of cases) {
    const figures = await measure(run, times);
    tell(name, crowded ? { ...figures, perSecond: await throughput(async (index) => run(times + index), 8, 3) } : figures);
  }

  const search = () => send('GET', '/myTeams/?search=zzzz', undefined, access);
  const during = await measure(async () => {
    const slow = search();
    await send('GET', '/auth/users/me/', undefined, access);
    await slow.catch(() => {});
  }, 40);
  tell('a search and a short request together', during);
}
