import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { leaveApp } from './render-at.tsx';
import { closeTestBackend, network } from './test-backend.ts';

// A screen's first sight includes loading its code, and a busy machine takes its time for that.
configure({ asyncUtilTimeout: 5000 });

beforeAll(() => {
  network.listen({ onUnhandledRequest: 'error' });
});

afterEach(async () => {
  cleanup();
  leaveApp();
  network.resetHandlers();
  await closeTestBackend();
  localStorage.clear();
  sessionStorage.clear();
  document.body.replaceChildren();
  document.title = '';
});

afterAll(() => {
  network.close();
});
