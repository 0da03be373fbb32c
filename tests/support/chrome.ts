import { chromium } from '@playwright/test';
import { findProgram, installPackages, isProgram, runProgram } from './programs.ts';

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
    if (isProgram(named)) return named;
    throw new Error(`CHROME_PATH is ${named}, and that is no program.`);
  }
  const elsewhere = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    chromium.executablePath(),
  ];
  return findProgram('google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser') ?? elsewhere.find(isProgram) ?? null;
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
  runProgram('npx', 'playwright', 'install', 'chromium');
  if (findChrome() === null) installPackages('chromium');
  const installed = findChrome();
  if (installed === null) {
    throw new Error(
      'The browser tests need Chrome or Chromium. Install one, or set CHROME_PATH to the one you have.',
    );
  }
  return installed;
}
