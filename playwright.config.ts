import { defineConfig } from '@playwright/test';
import { chromeArguments, ensureChrome } from './tests/support/chrome.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  // On a loaded machine a click may get lost; a test that fails on every attempt is broken.
  retries: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: ensureChrome(), args: chromeArguments },
  },
});
