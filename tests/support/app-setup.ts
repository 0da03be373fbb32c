import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { leaveApp } from './render-at.tsx';
import { closeTestBackend, network } from './test-backend.ts';
import { endTest, refuseIfOver } from './test-scope.ts';

configure(({ asyncWrapper, eventWrapper }) => ({
  // A loaded machine takes long to show a screen whose code is loaded first. Well below the test's own
  // timeout, so that a failure says what was not found.
  asyncUtilTimeout: 30_000,
  asyncWrapper: async (work): Promise<unknown> => {
    refuseIfOver();
    return asyncWrapper(work);
  },
  eventWrapper: (dispatch) => {
    refuseIfOver();
    return eventWrapper(dispatch);
  },
}));

beforeAll(() => {
  network.listen({ onUnhandledRequest: 'error' });
});

afterEach(async () => {
  endTest();
  try {
    cleanup();
    leaveApp();
  } finally {
    network.resetHandlers();
    localStorage.clear();
    sessionStorage.clear();
    document.body.replaceChildren();
    document.title = '';
    await closeTestBackend();
  }
});

afterAll(() => {
  network.close();
});
