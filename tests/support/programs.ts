import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

/** Finds the first of these programs in the folders of `PATH`, or null. */
export function findProgram(...names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(':');
  return names.flatMap((name) => folders.map((folder) => `${folder}/${name}`)).find(isProgram) ?? null;
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs a program with its output on the console, for five minutes at most. */
export function runProgram(command: string, ...args: string[]): void {
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
  });
}

/** Installs Debian packages where that is possible: as root, with apt-get. */
export function installPackages(...packages: string[]): void {
  if (process.getuid?.() !== 0 || findProgram('apt-get') === null) return;
  runProgram('apt-get', 'update');
  runProgram('apt-get', 'install', '-y', '--no-install-recommends', ...packages);
}
