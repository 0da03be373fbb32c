import { readFileSync } from 'node:fs';
import path from 'node:path';
import { length } from '../../src/contract/python.ts';

/** What Django's similarity rule compares a password with. */
export interface PasswordOwner {
  email: string;
  first_name: string;
  last_name: string;
}

const minLength = 8;
const maxSimilarity = 0.7;

const attributes = [
  ['first_name', 'first name'],
  ['last_name', 'last name'],
  ['email', 'email address'],
] as const;

let common: Set<string> | null = null;

function isCommon(password: string): boolean {
  common ??= new Set(readFileSync(path.join(import.meta.dirname, 'common-passwords.txt'), 'utf8').split('\n'));
  return common.has(password.toLowerCase());
}

/**
 * Runs Django's four password validators, in its order and with its messages: one message for each that fails, and for
 * similarity only the first attribute. Without an owner, similarity is not checked (djoser skips it in a reset by link).
 */
export function passwordProblems(password: string, owner: PasswordOwner | null): string[] {
  const similar = owner && attributes.find(([field]) => isSimilar(password, owner[field]))?.[1];
  return [
    similar ? `The password is too similar to the ${similar}.` : '',
    length(password) < minLength ? `This password is too short. It must contain at least ${minLength} characters.` : '',
    isCommon(password) ? 'This password is too common.' : '',
    /^[\p{Nd}\xb2\xb3\xb9\u2070-\u2079\u2080-\u2089]+$/u.test(password) ? 'This password is entirely numeric.' : '',
  ].filter((problem) => problem !== '');
}

function isSimilar(password: string, value: string): boolean {
  // Python's `\W`: anything but letters, digits and underscores separates parts, combining marks included.
  const parts = [...value.split(/[^\p{L}\p{N}_]+/u), value];
  return parts.some((part) => part !== '' && similarity(password.toLowerCase(), part.toLowerCase()) >= maxSimilarity);
}

/** difflib's `quick_ratio`: twice the number of characters in common, divided by the sum of both lengths. */
function similarity(one: string, other: string): number {
  const available = new Map<string, number>();
  for (const character of other) available.set(character, (available.get(character) ?? 0) + 1);
  let shared = 0;
  for (const character of one) {
    const left = available.get(character) ?? 0;
    if (left > 0) shared += 1;
    available.set(character, left - 1);
  }
  return (2 * shared) / (length(one) + length(other));
}
