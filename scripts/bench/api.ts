import { createApp } from '../../server/app.ts';
import { migrate } from '../../server/db/migrations.ts';
import { openSqliteInThread } from '../../server/db/open.ts';
import { seedCompany } from '../../server/seed/seed-company.ts';

/** Who logs in. */
export const admin = { email: 'bench@example.com', password: 'Blue-Harbor-42' };

export type Answer = (request: Request) => Promise<Response>;

export interface BenchApi {
  /** Rows a page of the answers that follow: what a list of that length costs. */
  setPageSize(rows: number): void;
  answer: Answer;
}

const usualPageSize = 20;
/** An API answers in 50 ms, wherever it is: what the reference server takes less is waited for. */
const answerTime = 50;

/** The reference server in this process, over a company of its own in memory. */
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
    async answer(request) {
      const start = performance.now();
      const response = await appOf(rows).fetch(request);
      await new Promise((resolve) => setTimeout(resolve, answerTime - (performance.now() - start)));
      return response;
    },
  };
}
