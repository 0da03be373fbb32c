import { normalizeEmail, readableEmail } from '../lib/email.ts';
import { foldText } from '../lib/fold.ts';
import { splitWhitespace } from './python.ts';

/** The terms of a search (15, 21), folded: what stands between white space and commas. A row has to contain each of them. */
export function searchTerms(search: string): string[] {
  return splitWhitespace(foldText(search).replaceAll(',', ' '));
}

/** What a search for departments looks in. */
export function departmentSearchText(name: string): string {
  return foldText(name);
}

/**
 * What a search for members looks in: address, first and last name, one per line, which no term crosses. An address with an
 * international domain is there in both spellings.
 */
export function memberSearchText({ email, first_name, last_name }: { email: string; first_name: string; last_name: string }): string {
  const spellings = new Set([email, normalizeEmail(email), readableEmail(email)].map(foldText));
  return [...spellings, foldText(first_name), foldText(last_name)].join('\n');
}
