import { expect, test } from 'vitest';
import { parseCsv } from '../../../../src/features/import/csv-parse.ts';
import { findHeader } from '../../../../src/features/import/find-header.ts';

const people = 'ada@example.com,Ada,Lovelace,Sales\nmary@example.com,Mary,Somerville,Stars\n';
const header = 'Email,First name,Last name,Department\n';

test.each<[string, string, number | null]>([
  ['in the first row', header + people, 0],
  ['below the version of a directory’s template', `version:v1.0,,,\n${header}${people}`, 1],
  ['below a type', `#TYPE System.Management.Automation.PSCustomObject\n${header}${people}`, 1],
  ['below a comment', `# exported, by hand\n${header}${people}`, 1],
  ['below a title', `Employees as of 3 Nov 2026\n\n${header}${people}`.replaceAll(',', ';'), 1],
  ['in unknown words', `contact,who,whose,where\n${people}`, 0],
  ['in unknown words below a title', `Our people\ncontact,who,whose,where\n${people}`, 1],
  ['missing', people, null],
  ['missing, and the first address is broken', `ada@example,Ada,Lovelace,Sales\n${people}`, null],
  ['missing, and the first address is not there', `,Bea,Lovelace,Sales\n${people}`, null],
  ['missing, and the first address has no @', `ada.example.com,Ada,Lovelace,Sales\n${people}`, null],
  ['missing, and the first address is a remark', `none,Ada,Lovelace,Sales\n${people}`, null],
  ['there, above addresses that are all broken', `${header}ada@example,Ada,L,Sales\n`, 0],
])('the header is %s', async (_name, text, index) => {
  expect(findHeader(await parseCsv(text))).toBe(index);
});
