import { findPostgres, startCluster } from './postgres-cluster.ts';

/**
 * Global set-up of the server tests: a PostgreSQL of their own, thrown away afterwards. Its
 * address is in `TEST_POSTGRES_URL`, which the workers inherit; where no PostgreSQL is installed
 * the variable is not set, and the tests that need one are skipped by name. A variable that is
 * set already is left alone: then the tests use that server.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_POSTGRES_URL !== undefined) return undefined;
  const bin = findPostgres();
  if (bin === null) return undefined;
  const cluster = await startCluster(bin, { synchronous_commit: 'off' });
  process.env.TEST_POSTGRES_URL = cluster.url;
  return () => cluster.remove();
}
