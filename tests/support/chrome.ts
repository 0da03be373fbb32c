import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { chromium } from '@playwright/test';

/** Switches for a browser without a desktop, often run as root, that phones nobody. */
export const chromeArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Finds a Chrome or Chromium: `CHROME_PATH`, an installed one, the one that Playwright keeps.
 *
 * @returns its path, or null when there is none
 */
export function findChrome(): string | null {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    if (runnable(named)) return named;
    throw new Error(`CHROME_PATH is ${named}, and that is no program.`);
  }
  const folders = (process.env.PATH ?? '').split(':');
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => `${folder}/${name}`)),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    chromium.executablePath(),
  ];
  return candidates.find(runnable) ?? null;
}

/**
 * Finds a Chrome or Chromium, and installs one where there is none: Playwright's own, or the
 * distribution's when that cannot be downloaded and apt-get may be used.
 *
 * @returns its path
 * @throws an error that says what to do
 */
export function ensureChrome(): string {
  const present = findChrome();
  if (present !== null) return present;

  console.log('No Chrome found; installing one …');
  run('npx', ['playwright', 'install', 'chromium']);
  if (findChrome() === null && process.getuid?.() === 0) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  }
  const installed = findChrome();
  if (installed === null) {
    throw new Error(
      'The browser tests need Chrome or Chromium. Install one, or set CHROME_PATH to the one you have.',
    );
  }
  return installed;
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
  });
}
