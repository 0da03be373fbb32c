import { beforeEach, expect, test, vi } from 'vitest';
import { one, summarize } from '../../../../scripts/stages/count.ts';

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => lines.push(line));
});

const skipping = { passed: 3, failed: 0, skipped: ['nginx is here'] };

test('counts are added up', () => {
  expect(summarize([one(true), { passed: 10, failed: 0, skipped: [] }], { skipsFail: false })).toBe(0);
  expect(lines).toEqual(['11 passed, 0 failed']);
});

test('a failure of any stage fails the run', () => {
  expect(summarize([one(true), one(false)], { skipsFail: false })).toBe(1);
  expect(lines.at(-1)).toBe('1 passed, 1 failed');
});

test('a skip is named, and counts as a failure where everything is there', () => {
  expect(summarize([skipping], { skipsFail: false })).toBe(0);
  expect(lines).toEqual(['Skipped: nginx is here', '3 passed, 0 failed, 1 skipped']);
  expect(summarize([skipping], { skipsFail: true })).toBe(1);
  expect(lines.at(-1)).toBe('3 passed, 1 failed');
});

test('a run without tests has not passed', () => {
  expect(summarize([], { skipsFail: false })).toBe(1);
});
