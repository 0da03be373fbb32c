import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keptSecret } from '../../server/jwt-secret.ts';
import { readSettings, settingVariables } from '../../server/settings.ts';

test('every setting has a default', () => {
  expect(readSettings({})).toEqual({
    port: 8000,
    host: '127.0.0.1',
    dataDir: path.resolve('.data'),
    databaseUrl: null,
    smtpUrl: null,
    outboxDir: null,
    mailFrom: 'Company admin <no-reply@localhost>',
    jwtSecret: null,
    publicUrl: null,
    accessTtl: 300,
    refreshTtl: 86_400,
    rotateRefresh: false,
    pageSize: 10,
    allowedOrigins: null,
  });
});

test('each can be set; an empty variable counts as not set', () => {
  expect(readSettings({
    PORT: '0', HOST: '::1', PUBLIC_URL: 'https://app.example.com/', DATA_DIR: '/srv/data', DATABASE_URL: 'postgres://u:p@h/db', SMTP_URL: 'smtps://u:p@h',
    MAIL_FROM: 'a@b.co', JWT_SECRET: 'x', ACCESS_TTL: '2', REFRESH_TTL: '60', ROTATE_REFRESH: '1', PAGE_SIZE: '25', ALLOWED_ORIGINS: 'https://a.example, http://b.example:81', OUTBOX_DIR: '',
  })).toEqual({
    port: 0,
    host: '::1',
    dataDir: '/srv/data',
    databaseUrl: 'postgres://u:p@h/db',
    smtpUrl: 'smtps://u:p@h',
    outboxDir: null,
    mailFrom: 'a@b.co',
    jwtSecret: 'x',
    publicUrl: 'https://app.example.com',
    accessTtl: 2,
    refreshTtl: 60,
    rotateRefresh: true,
    pageSize: 25,
    allowedOrigins: ['https://a.example', 'http://b.example:81'],
  });
});

test('the README explains every setting', () => {
  const table = /^\| Variable \|[\s\S]*?\n\n/m.exec(readFileSync('README.md', 'utf8'))?.[0] ?? '';
  const explained = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) => cell.match(/[A-Z][A-Z_]+/g) ?? []);
  expect(explained.sort()).toEqual([...settingVariables].sort());
});

test('every wrong setting has a line in the message, without its value, which may be a password', () => {
  const wrong = {
    PORT: '80000', PUBLIC_URL: 'app.example.com', DATABASE_URL: 'mysql://root:hunter2@h/db', SMTP_URL: 'hunter2', ACCESS_TTL: '-1', REFRESH_TTL: '1.5', ROTATE_REFRESH: 'yes', PAGE_SIZE: '0',
    ALLOWED_ORIGINS: 'https://a.example/path',
  };
  let message = '';
  try {
    readSettings(wrong);
  } catch (error) {
    message = error instanceof Error ? error.message : '';
  }
  const [title, ...lines] = message.split('\n');
  expect(title).toBe('The server cannot start with these settings:');
  expect(new Set(lines.map((line) => line.trim().split(' ')[0]))).toEqual(new Set(Object.keys(wrong)));
  expect(lines).toHaveLength(Object.keys(wrong).length);
  expect(message).not.toContain('hunter2');
});

test('the secret is created once, readable only by its owner, even when several processes need it at once', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'secret-'));
  const secrets = await Promise.all([keptSecret(folder), keptSecret(folder), keptSecret(folder)]);
  expect(new Set([...secrets, await keptSecret(folder)]).size).toBe(1);
  expect(secrets[0]?.length).toBeGreaterThanOrEqual(32);
  const file = path.join(folder, 'jwt-secret');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8').trim()).toBe(secrets[0]);
  rmSync(folder, { recursive: true });
});
