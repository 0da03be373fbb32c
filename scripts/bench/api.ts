import { createApp } from '../../server/app.ts';
import { migrate } from '../../server/db/migrations.ts';
import { openSqliteInThread } from '../../server/db/open.ts';
import { seedCompany } from '../../server/seed/seed-company.ts';

/** The user who logs in. */
export const admin = { email: 'bench@example.com', password: 'Blue-Harbor-42' };

export type Respond = (request: Request) => Promise<Response>;

export interface BenchApi {
  /** Sets the page size of the following responses, to measure a list of that length. */
  setPageSize(rows: number): void;
  respond: Respond;
}

const usualPageSize = 20;
/** Every response takes at least 50 ms, like that of a remote API. */
const minResponseTime = 50;

/** Runs the reference server in this process, with a company in memory. */
export async function benchApi({ members, departments }: { members: number; departments: number }): Promise<BenchApi> {
  const db = openSqliteInThread(':memory:');
  await migrate(db);
  await seedCompany(db, { members, departments, ...admin });
  const apps = new Map<number, ReturnType<typeof createApp>>();
  const appOf = (pageSize: number) => {
    const settings = { publicUrl: 'https://localhost', jwtSecret: 'bench-bench-bench-bench-bench-bench', accessTtl: 36_000, refreshTtl: 86_400, rotateRefresh: false, pageSize, allowedOrigins: null };
    const app = apps.get(pageSize) ?? createApp({ db, settings, mail: { send: async () => undefined } });
    apps.set(pageSize, app);
    return app;
  };
  let rows = usualPageSize;
  return {
    setPageSize: (size) => (rows = size),
    async respond(request) {
      const start = performance.now();
      const response = await appOf(rows).fetch(request);
      await new Promise((resolve) => setTimeout(resolve, minResponseTime - (performance.now() - start)));
      return response;
    },
  };
}
