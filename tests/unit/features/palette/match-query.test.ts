import { describe, expect, test } from 'vitest';
import { matchQuery } from '../../../../src/features/palette/match-query.ts';

describe('matching words', () => {
  const match = (query: string) => matchQuery(['Add department', 'Departments', 'Change password', 'Élise Dépôt'], query, (text) => text);

  test.each([
    ['', ['Add department', 'Departments', 'Change password', 'Élise Dépôt']],
    ['dep', ['Departments', 'Add department', 'Élise Dépôt']],
    ['DEPARTMENT add', ['Add department']],
    ['pass', ['Change password']],
    ['word', []],
    ['elise', ['Élise Dépôt']],
  ])('%j finds %j', (query, found) => {
    expect(match(query)).toEqual(found);
  });
});
