import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Runs statements in a process that has the last resort, and would otherwise end well after a moment. */
function run(statements: string) {
  const script = `
    import { surviveStrayErrors } from './server/last-resort.ts';
    surviveStrayErrors((line) => console.log(line));
    setTimeout(() => { console.log('lives'); process.exit(0); }, 100);
    ${statements}`;
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { encoding: 'utf8' });
  return { status, stdout };
}

test.each([
  ['a rejection that nobody handles', "void Promise.reject(new Error('stray'));", 'error: unhandled rejection: Error: stray'],
  ['an error of a connection', "setTimeout(() => { throw Object.assign(new Error('stray'), { code: 'ECONNRESET' }); });", 'error: uncaught exception: Error: stray'],
])('%s is logged, and the process lives on', (_, statements, line) => {
  const { status, stdout } = run(statements);
  expect(stdout).toContain(line);
  expect(stdout).toContain('lives');
  expect(status).toBe(0);
});

test('after any other exception the process logs it and exits with a code', () => {
  const { status, stdout } = run("setTimeout(() => { throw new TypeError('stray'); });");
  expect(stdout).toContain('error: uncaught exception: TypeError: stray');
  expect(stdout).not.toContain('lives');
  expect(status).toBe(70);
});
