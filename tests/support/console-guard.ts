import { afterEach, beforeEach, expect, vi } from 'vitest';
import { isOver } from './test-scope.ts';

/**
 * An unexpected error or warning on the console fails the test: React's complaints about keys
 * and act(), a body that breaks the contract, an effect that threw. A test that expects one
 * spies on the console itself.
 */
const heard: string[] = [];

beforeEach(() => {
  // Here and not in afterEach, which does not run when another clean-up throws.
  vi.restoreAllMocks();
  heard.length = 0;
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      if (!isOver()) heard.push(`console.${level}: ${parts.map(inWords).join(' ')}`);
    });
  }
});

afterEach(() => {
  expect(heard, 'the console should have stayed silent').toEqual([]);
});

function inWords(part: unknown): string {
  if (part instanceof Error) return part.stack ?? part.message;
  return typeof part === 'string' ? part : JSON.stringify(part);
}
