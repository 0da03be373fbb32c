import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SettingsError } from './settings.ts';

/** A shorter secret can be found by trying. HS256 wants 32 bytes (RFC 7518, 3.2). */
export const minSecretLength = 32;

/**
 * Returns the secret that signs tokens and links. It is created once and kept in the data folder, readable only by its
 * owner. Two processes that start together get the same one: the file gets its name once it is complete.
 *
 * @throws SettingsError for a file whose secret is too short, such as one that was cut off by a full disk
 */
export async function keptSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'jwt-secret');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  try {
    return await readSecret(file);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  await writeFile(draft, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
  return readSecret(file);
}

async function readSecret(file: string): Promise<string> {
  const secret = (await readFile(file, 'utf8')).trim();
  if (secret.length < minSecretLength) {
    throw new SettingsError(`The server cannot start: the secret in ${file} has only ${secret.length} characters, not ${minSecretLength}. Restore the file, or delete it to create a new secret; then everybody has to log in again, and emailed links become invalid.`);
  }
  await chmod(file, 0o600);
  return secret;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
