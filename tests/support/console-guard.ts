import { afterEach, beforeEach, expect, vi } from 'vitest';

/**
 * An error or a warning on the console that no test expects fails the test: React's complaints
 * about keys and act(), a body that does not fit the contract, an effect that threw.
 * A test that expects one spies on the console itself; what its spy takes never gets here.
 */
const heard: string[] = [];

beforeEach(() => {
  heard.length = 0;
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      heard.push(`console.${level}: ${parts.map(inWords).join(' ')}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(heard, 'the console should have stayed silent').toEqual([]);
});

function inWords(part: unknown): string {
  if (part instanceof Error) return part.stack ?? part.message;
  return typeof part === 'string' ? part : JSON.stringify(part);
}
