import { afterEach, describe, expect, test, vi } from 'vitest';
import { isImportRunning, takeImportLock } from '../../../../src/features/import/import-lock.ts';

afterEach(() => vi.unstubAllGlobals());

const refuse = async () => {
  throw new DOMException('Access to the locks is denied in this document.', 'SecurityError');
};
const refuseAtOnce = () => {
  throw new DOMException('Access to the locks is denied in this document.', 'SecurityError');
};

describe.each([
  ['plain http, which has no locks', undefined],
  ['a browser that blocks storage', { request: refuse, query: refuse }],
  ['a browser that blocks storage and throws at once', { request: refuseAtOnce, query: refuseAtOnce }],
])('%s', (_where, locks) => {
  test('lets an import be sent', async () => {
    vi.stubGlobal('navigator', { locks });
    const release = await takeImportLock('7');
    expect(release).toBeTypeOf('function');
    release?.();
    expect(await isImportRunning('7')).toBe(false);
  });
});

test('another fault of the locks is not passed over', async () => {
  vi.stubGlobal('navigator', { locks: { request: async () => Promise.reject(new Error('unexpected')) } });
  await expect(takeImportLock('7')).rejects.toThrow('unexpected');
});
