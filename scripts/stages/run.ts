import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Count } from './count.ts';

/** A stage returns its outcome; its output goes to the console. */
export type Stage = () => Promise<Count>;

/** Runs a stage and prints its outcome and duration. */
export async function run(name: string, stage: Stage): Promise<Count> {
  const start = performance.now();
  const count = await stage();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const skipped = count.skipped.length > 0 ? `, ${count.skipped.length} skipped` : '';
  console.log(`── ${name}: ${count.failed === 0 ? 'ok' : 'FAILED'} (${count.passed} passed, ${count.failed} failed${skipped}) in ${seconds} s\n`);
  return count;
}

/** Longer than any stage takes on a slow machine. Without it, a test in an endless loop would block its worker for ever. */
const limitMinutes = 30;

/**
 * Runs one of the project's programs, with its output on the console. Terminates it if it takes too long.
 *
 * @param command the name of a dependency's program
 * @param env variables to add to the environment
 * @returns whether it exited with 0
 */
export async function program(command: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  const child = spawn(join('node_modules', '.bin', command), args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    // In a process group of its own, so that its workers are terminated with it.
    detached: true,
  });
  const end = (signal: NodeJS.Signals) => {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  };
  const limit = setTimeout(() => {
    console.error(`${command} took more than ${limitMinutes} minutes.`);
    end('SIGKILL');
  }, limitMinutes * 60_000);
  const interrupt = () => end('SIGINT');
  process.once('SIGINT', interrupt);
  try {
    return await new Promise((resolve) => {
      child.once('error', () => resolve(false));
      child.once('exit', (code) => resolve(code === 0));
    });
  } finally {
    clearTimeout(limit);
    process.off('SIGINT', interrupt);
  }
}
