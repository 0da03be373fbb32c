import { describe, expect, test } from 'vitest';
import { countText, rangeText } from '../../../src/lib/range-text.ts';

describe('words for counts', () => {
  test('says which rows are shown', () => {
    expect(rangeText(21, 20, 1320)).toBe('21–40 of 1,320');
    expect(rangeText(21, 1, 21)).toBe('21 of 21');
    expect(rangeText(1, 0, 0)).toBe('0 of 0');
    expect(countText(1, 'team member', 'team members')).toBe('1 team member');
    expect(countText(1320, 'department', 'departments')).toBe('1,320 departments');
  });
});
