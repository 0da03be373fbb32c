import { spawnSync } from 'node:child_process';
import { buildIsFresh } from '../build/sources.ts';

/** Builds `dist/` unless it is there and up to date with the sources. Throws when the build fails. */
export function buildIfStale(): void {
  if (buildIsFresh()) return;
  console.log('Building the app …');
  const build = spawnSync('node_modules/.bin/vite', ['build', '--logLevel', 'warn'], { stdio: 'inherit' });
  if (build.status !== 0) throw new Error('The build failed; its messages are above.');
}
