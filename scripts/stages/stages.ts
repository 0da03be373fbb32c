import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { installEngines } from '../../tests/support/engines.ts';
import { one, type Count } from './count.ts';
import { program, type Stage } from './run.ts';

/** Type-checks every file, including tests and scripts. */
export const types: Stage = async () => one(await program('tsc', ['--noEmit']));

/** The linter, including the rules that need type information. */
export const lint: Stage = async () => one(await program('oxlint', ['--type-aware', '--deny-warnings']));

/** The production build, always from scratch: the hosting tests and the browser tests use it. */
export const build: Stage = async () => one(await program('vite', ['build', '--logLevel', 'warn']));

/** The unit, server and screen tests. */
export const vitest: Stage = async () =>
  reported(vitestReport, async (file) =>
    program('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]),
  );

/** The built app over the real server in real browsers. Tests in an engine that is missing are skipped. */
export const browser: Stage = async () => {
  if (!existsSync('dist/index.html')) {
    console.error('There is no build to look at with a browser.');
    return one(false);
  }
  const missing = installEngines();
  const count = await reported(playwrightReport, async (file) =>
    program('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
  );
  return { ...count, skipped: [...count.skipped, ...missing.map((engine) => `every test in ${engine}, which is not installed`)] };
};

async function reported(read: (report: unknown) => Count, runner: (file: string) => Promise<boolean>): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    const file = join(folder, 'report.json');
    const ok = await runner(file);
    const count = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : one(false);
    // A runner can fail without a failed test: an unhandled rejection, a broken setup.
    return ok || count.failed > 0 ? count : { ...count, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

function vitestReport(report: unknown): Count {
  const files = vitestSchema.parse(report).testResults;
  const tests = files.flatMap((file) => file.assertionResults);
  const of = (...statuses: string[]) => tests.filter(({ status }) => statuses.includes(status));
  // A file that could not be loaded has no tests, so it counts as a failure itself.
  const broken = files.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'));
  return {
    passed: of('passed').length,
    failed: of('failed').length + broken.length,
    skipped: of('skipped', 'pending', 'todo', 'disabled').map(({ fullName }) => fullName),
  };
}

interface Suite {
  specs: { title: string; tests: { status: string }[] }[];
  suites?: Suite[] | undefined;
}

const suiteSchema: z.ZodType<Suite> = z.object({
  specs: z.array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) })),
  get suites() {
    return z.optional(z.array(suiteSchema));
  },
});

const playwrightSchema = z.object({ suites: z.array(suiteSchema), errors: z.array(z.unknown()) });

function playwrightReport(report: unknown): Count {
  const { suites, errors } = playwrightSchema.parse(report);
  const flat = (suite: Suite): Suite['specs'] => [...suite.specs, ...(suite.suites ?? []).flatMap(flat)];
  const tests = suites.flatMap(flat).flatMap(({ title, tests }) => tests.map(({ status }) => ({ title, status })));
  const of = (...statuses: string[]) => tests.filter(({ status }) => statuses.includes(status));
  return {
    // `flaky`: passed on a retry (playwright.config.ts); Playwright's own report names it.
    passed: of('expected', 'flaky').length,
    failed: of('unexpected').length + errors.length,
    skipped: of('skipped').map(({ title }) => title),
  };
}
