import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const { resolve } = createRequire(import.meta.url);

// Vite resolves react-router to its ES module, while react-router/dom, loaded by Node, requires the
// CommonJS build: two separate routers. Here both names resolve to the files that Node uses.
const oneRouter = ['react-router', 'react-router/dom'].map((name) => ({ find: new RegExp(`^${name}$`), replacement: resolve(name) }));

// Limits for tests that never end, not for slow ones: a loaded machine may take ten times as long.
const patience = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...patience,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/session/*.test.ts', 'tests/*.test.ts'],
          setupFiles: ['tests/support/console-guard.ts'],
        },
      },
      {
        test: {
          ...patience,
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/support/postgres.ts'],
          setupFiles: ['tests/support/console-guard.ts'],
        },
      },
      {
        resolve: { alias: oneRouter },
        test: {
          ...patience,
          name: 'app',
          include: ['tests/app/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          environmentOptions: { jsdom: { url: 'http://localhost:3000/' } },
          setupFiles: ['tests/support/console-guard.ts', 'tests/support/browser-gaps.ts', 'tests/support/app-setup.ts'],
        },
      },
    ],
  },
});
