import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { measureCases } from './bench/cases.ts';
import { table } from './bench/measure.ts';
import { runServer } from './bench/running-server.ts';
import { seedDatabase } from './seed/seed-database.ts';
import { readSettings } from './settings.ts';

/**
 * Measures the server over HTTP with a company of 100,000 members: on SQLite, and on PostgreSQL too when DATABASE_URL
 * names a server. The database that it creates there is dropped afterwards.
 */
const company = { members: 100_000, departments: 1000, email: 'bench@example.com', password: 'Blue-Harbor-42' };

async function bench(name: string, variables: Record<string, string>): Promise<void> {
  console.log(`\n${name}: ${company.members.toLocaleString('en')} members, ${company.departments.toLocaleString('en')} departments`);
  await seedDatabase(readSettings(variables), company);
  const server = await runServer(variables);
  const rows = [['', 'median ms', 'p95 ms', 'per second, 8 clients']];
  await measureCases({ ...company, url: server.url }, (line, { median, p95, perSecond }) => rows.push([line, median.toFixed(1), p95.toFixed(1), perSecond?.toFixed(0) ?? '']));
  rows.push(['memory, MB', String(server.memory() ?? '?'), '', '']);
  await server.stop();
  console.log(table(rows));
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
  await bench('SQLite', { DATA_DIR: folder });
  if (process.env.DATABASE_URL) await onPostgres(process.env.DATABASE_URL, folder);
} finally {
  rmSync(folder, { recursive: true });
}
