import { AsyncLocalStorage } from 'node:async_hooks';
import { aroundEach } from 'vitest';

// Vitest stops waiting for a test that times out, but cannot stop it: its body, its app and its jobs go on beside the
// next test. Whatever a test starts (timers, requests, effects) carries the test's scope, and the tools in this folder
// do nothing for a scope that has ended.
const scopes = new AsyncLocalStorage<{ over: boolean }>();

aroundEach(async (runTest) => {
  const scope = { over: false };
  await scopes.run(scope, runTest);
  scope.over = true;
});

/** Ends the running test's scope ahead of its clean-up. */
export function endTest(): void {
  const scope = scopes.getStore();
  if (scope !== undefined) scope.over = true;
}

/** Whether the calling code was started by a test that is over. */
export function isOver(): boolean {
  return scopes.getStore()?.over === true;
}

/** Throws when the calling code was started by a test that is over. */
export function refuseIfOver(): void {
  if (isOver()) throw new Error('The test that this belongs to is over.');
}
