import { readFileSync } from 'node:fs';
import path from 'node:path';
import { length } from '../../src/contract/python.ts';

/** What Django's likeness rule compares a password with, under the names that it tells people. */
export interface PasswordOwner {
  email: string;
  first_name: string;
  last_name: string;
}

const minLength = 8;
const likeness = 0.7;

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
 * Django's four password validators, in its order and words: every one that fails is told, of the likenesses the first.
 * Without an owner, likeness is not looked at (djoser forgets it when a password is reset by link).
 */
export function passwordProblems(password: string, owner: PasswordOwner | null): string[] {
  const like = owner && attributes.find(([field]) => isLike(password, owner[field]))?.[1];
  return [
    like ? `The password is too similar to the ${like}.` : '',
    length(password) < minLength ? `This password is too short. It must contain at least ${minLength} characters.` : '',
    isCommon(password) ? 'This password is too common.' : '',
    /^[\p{Nd}\xb2\xb3\xb9\u2070-\u2079\u2080-\u2089]+$/u.test(password) ? 'This password is entirely numeric.' : '',
  ].filter((problem) => problem !== '');
}

function isLike(password: string, value: string): boolean {
  // Parts between what is no letter, digit or underscore: Python's \W, which takes combining marks for neither.
  const parts = [...value.split(/[^\p{L}\p{N}_]+/u), value];
  return parts.some((part) => part !== '' && similarity(password.toLowerCase(), part.toLowerCase()) >= likeness);
}

/** difflib's `quick_ratio`: twice the characters both have in common, divided by the sum of both lengths. */
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
