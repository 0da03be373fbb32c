import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { departmentNames, request, startClients } from '../support/fault-clients.ts';
import { findPostgres, startCluster, type Cluster } from '../support/postgres-cluster.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { goodPassword } from '../support/factories.ts';

const bin = findPostgres();
const email = 'grace@example.com';
let cluster: Cluster;
let folder: string;
let servers: ServerProcess[];
let token: string;

beforeAll(async () => {
  if (bin === null) return;
  cluster = await startCluster(bin);
  folder = mkdtempSync(path.join(os.tmpdir(), 'faults-'));
  servers = await Promise.all([1, 2, 3].map(() => startServerProcess({
    DATA_DIR: folder, DATABASE_URL: cluster.url, ACCESS_TTL: '86400', JWT_SECRET: 'a secret that all three processes have',
  })));
  const url = servers[0]?.url ?? '';
  await request(url, 'POST', '/api/auth/users/', { email, first_name: 'Grace', last_name: 'Okafor', role: 'Admin', password: goodPassword, re_password: goodPassword });
  await query('update users set is_active = 1', 'postgres');
  const response = await request(url, 'POST', '/api/auth/jwt/create/', { email, password: goodPassword });
  token = ((await response.json()) as { access: string }).access;
});

afterAll(async () => {
  if (bin === null) return;
  await Promise.all(servers.map((server) => server.end('SIGKILL')));
  await cluster.remove();
  rmSync(folder, { recursive: true });
});

/** Runs a statement in the servers' database, or beside it. */
async function query(sql: string, database: 'postgres' | 'template1' = 'template1'): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url.replace(/postgres$/, database) });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Breaks PostgreSQL for a moment. */
const faults: Record<string, () => Promise<void>> = {
  'is restarted fast': async () => {
    await cluster.shutDown('fast');
    await cluster.start();
  },
  'is restarted at once': async () => {
    await cluster.shutDown('immediate');
    await cluster.start();
  },
  'is killed and started again': async () => {
    await cluster.kill();
    await pause(500);
    await cluster.start();
  },
  'is frozen for longer than a query may take': async () => {
    cluster.freeze();
    await pause(8000);
    cluster.thaw();
  },
  'ends every session again and again': async () => {
    for (let round = 0; round < 10; round += 1) {
      await query("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
      await pause(50);
    }
  },
  'refuses connections': async () => {
    await query('alter database postgres allow_connections false');
    await query("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
    await pause(1000);
    await query('alter database postgres allow_connections true');
  },
};

describe.skipIf(bin === null)('three servers on a PostgreSQL', () => {
  test.each(Object.entries(faults))('that %s live on, lose nothing, say 503 meanwhile, and recover', async (_, fault) => {
    const clients = startClients(servers.map(({ url }) => url), email, token);
    await expect.poll(() => clients.acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(10);
    await fault();
    // Each of them, without a restart.
    for (const { url } of servers) {
      const recovered = async () => (await request(url, 'GET', '/api/departments/', undefined, token)).status;
      await expect.poll(recovered, { timeout: 20_000 }).toBe(200);
    }
    const before = clients.acknowledged.size;
    await expect.poll(() => clients.acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before + 10);
    await clients.stop();
    expect(clients.unexpected).toEqual([]);
    expect(clients.refused).toBeGreaterThan(0);
    for (const { url } of servers) {
      const kept = await departmentNames(url, token);
      expect([...clients.acknowledged].filter((name) => !kept.has(name))).toEqual([]);
    }
  });
});
