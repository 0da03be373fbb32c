import { defineConfig } from '@playwright/test';
import { chromeArguments, ensureChrome } from './tests/support/chrome.ts';
import { findFirefox, hasWebKit } from './tests/support/engines.ts';
import { patchFirefox } from './tests/support/firefox.ts';

const firefox = findFirefox();
if (firefox !== null) patchFirefox();

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
  projects: [
    {
      name: 'chromium',
      testIgnore: 'webkit/**',
      use: { screenshot: 'only-on-failure', launchOptions: { executablePath: ensureChrome(), args: chromeArguments } },
    },
    // Without screenshots: Firefox takes one with a style in the page, which the CSP refuses.
    ...(firefox === null ? [] : [{ name: 'firefox', testIgnore: 'webkit/**', grep: /@firefox/, use: { browserName: 'firefox' as const, channel: 'moz-firefox', launchOptions: { executablePath: firefox } } }]),
    ...(hasWebKit() ? [{ name: 'webkit', testMatch: 'webkit/*.spec.ts' }] : []),
  ],
});
