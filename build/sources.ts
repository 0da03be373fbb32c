import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, metaDir } from './files.ts';

const folders = ['src', 'public', 'build'];
const files = ['index.html', 'vite.config.ts', 'tailwind.config.js', 'package.json', 'package-lock.json'];

/**
 * Hashes everything that the build is made from. By content, not by time: a fresh clone or a
 * change of branch touches times at random.
 *
 * @returns a hex digest
 */
export function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const file of [...files.filter((name) => existsSync(name)), ...folders.flatMap(filesUnder)]) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Whether `dist/` was built from the sources as they are now. */
export function buildIsFresh(): boolean {
  const stamp = join(metaDir, 'sources');
  return existsSync('dist/index.html') && existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash();
}
