import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { measureCases } from './bench/cases.ts';
import { table } from './bench/measure.ts';
import { runServer } from './bench/running-server.ts';
import { migrate } from './db/migrations.ts';
import { openPostgres, openSqliteInThread } from './db/open.ts';
import { seedCompany } from './seed/seed-company.ts';

/**
 * How long the server takes to answer a company of 100,000 members, over HTTP. On SQLite; and on PostgreSQL as well
 * when DATABASE_URL names a server where a database may be made, which is dropped afterwards.
 */
const company = { members: 100_000, departments: 1000, email: 'bench@example.com', password: 'Blue-Harbor-42' };

async function bench(name: string, settings: Record<string, string>): Promise<void> {
  console.log(`\n${name}: ${company.members.toLocaleString('en')} members, ${company.departments.toLocaleString('en')} departments`);
  const databaseUrl = settings.DATABASE_URL;
  const db = databaseUrl === undefined ? openSqliteInThread(path.join(settings.DATA_DIR ?? '', 'company-admin.sqlite')) : openPostgres(databaseUrl);
  await migrate(db);
  await seedCompany(db, company);
  await db.destroy();

  const server = await runServer(settings);
  const rows = [['', 'median ms', 'p95 ms', 'a second, 8 at once']];
  await measureCases({ ...company, url: server.url }, (line, { median, p95, perSecond }) => rows.push([line, median.toFixed(1), p95.toFixed(1), perSecond?.toFixed(0) ?? '']));
  rows.push(['memory, MB', String(server.memory() ?? '?'), '', '']);
  await server.stop();
  console.log(table(rows));
}

async function onSqlite(folder: string): Promise<void> {
  await bench('SQLite', { DATA_DIR: folder });
}

async function onPostgres(url: string, folder: string): Promise<void> {
  const name = `bench_${Date.now()}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  try {
    await bench('PostgreSQL', { DATA_DIR: folder, DATABASE_URL: own.href });
  } finally {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'company-admin-bench-'));
try {
  await onSqlite(folder);
  if (process.env.DATABASE_URL) await onPostgres(process.env.DATABASE_URL, folder);
} finally {
  rmSync(folder, { recursive: true });
}
