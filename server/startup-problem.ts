import path from 'node:path';
import { isOutage } from './db/outage.ts';
import { SettingsError, type Settings } from './settings.ts';

/**
 * Explains why the server could not start: what is wrong, and which setting changes it. No value of a setting that may
 * contain a password is repeated.
 *
 * @param settings null when they could not be read
 */
export function explainStartupProblem(error: unknown, settings: Settings | null): string {
  if (error instanceof SettingsError || settings === null) return messageOf(error);
  return `The server cannot start: ${explain(error, settings)}`;
}

function explain(error: unknown, settings: Settings): string {
  const code = stringOf(error, 'code');
  if (stringOf(error, 'syscall') === 'listen') {
    if (code === 'EADDRINUSE') return `port ${settings.port} is already in use (${code}). Set PORT to another port, or stop the program that uses it.`;
    if (code === 'EACCES') return `this user may not listen on port ${settings.port} (${code}). Set PORT to a port above 1023.`;
    return `it cannot listen on ${settings.host} (${code}). Set HOST to an address of this machine.`;
  }
  const file = stringOf(error, 'path');
  if (file !== '') return `${file} cannot be read or written (${code}). Check its owner and mode, or set DATA_DIR to another folder.`;
  if (code.startsWith('SQLITE_')) {
    const database = path.join(settings.dataDir, 'company-admin.sqlite');
    if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code)) return `the database ${database} is damaged (${code}). Restore it from a backup, or move it away to start with an empty one.`;
    if (isOutage(error)) return `the database ${database} cannot be used (${code}). Check its owner and mode, the space on the disk, and which programs have locked it.`;
  }
  if (settings.databaseUrl !== null && isOutage(error)) return `PostgreSQL does not accept the connection (${messageOf(error) || code}). Check DATABASE_URL and that the database server is running.`;
  return messageOf(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function stringOf(error: unknown, property: string): string {
  const value: unknown = error instanceof Error ? Reflect.get(error, property) : undefined;
  return typeof value === 'string' ? value : '';
}
