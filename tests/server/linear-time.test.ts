import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import * as auth from '../../src/contract/auth.ts';
import * as departments from '../../src/contract/departments.ts';
import { isEmailAddress } from '../../src/contract/email-address.ts';
import { readErrorBody } from '../../src/contract/errors.ts';
import * as ids from '../../src/contract/ids.ts';
import * as members from '../../src/contract/members.ts';
import * as python from '../../src/contract/python.ts';
import * as requests from '../../src/contract/requests.ts';

/** Characters that some expression or other repeats: white space, digits, separators, quotes, marks, halves of pairs. */
const awkward = [
  ' ', '\t', '\n', '\u0000', '\u0085', '\u3000', '0', '1', '_', '-', '+', '.', ',', '@', '/', '\\', '"', '[', ':', 'a', 'İ', '\u0301', '\ud800', '\udc00', '😀', 'a.', '"\\', '1_',
];

/** The largest body has room for 200,000; the smaller size tells of quadratic time in a second rather than in minutes. */
const sizes = [20_000, 200_000];

/** A run inside a text, with something that an expression may fail on behind it. */
const text = (character: string, size: number) => `1${character.repeat(size / character.length)}!`;

/** The CPU time of a call, in milliseconds. */
function cpu(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Returns the first character, with its run's length, that takes far longer than a plain pass over JSON with the run in it. */
function slowCharacter(read: (text: string) => unknown): string | null {
  for (const size of sizes) {
    const plain = cpu(() => awkward.map((character) => [...z.parse(z.string(), JSON.parse(JSON.stringify(text(character, size))))].length));
    for (const character of awkward) {
      const took = cpu(() => read(text(character, size)));
      // A plain pass over all of them: about thirty times that over one.
      if (took > plain + 100) return `${size} of ${JSON.stringify(character)} took ${took} ms`;
    }
  }
  return null;
}

const schemas = Object.entries({ ...auth, ...departments, ...ids, ...members, ...requests })
  .flatMap(([name, schema]: [string, unknown]) => (schema instanceof z.ZodMiniType ? [{ name, schema }] : []));

function fieldsOf(schema: z.ZodMiniType): string[] {
  return schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : [];
}

describe('no text takes more than linear time', () => {
  test('in as many schemas as the contract has', () => {
    expect(schemas.length).toBeGreaterThan(20);
  });

  test.each(schemas)('in $name', ({ schema }) => {
    const fields = fieldsOf(schema);
    expect(slowCharacter((value) => z.safeParse(schema, fields.length > 0 ? Object.fromEntries(fields.map((field) => [field, value])) : value))).toBeNull();
  });

  test.each([
    ...Object.entries(python), ['isEmailAddress', isEmailAddress], ['readErrorBody', readErrorBody],
  ] as [string, (value: string) => unknown][])('in %s', (_, read) => {
    expect(slowCharacter(read)).toBeNull();
  });
});
