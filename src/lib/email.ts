import { fromPunycode, toPunycode } from './punycode.ts';
import { tidyText } from './text.ts';

function withDomain(address: string, change: (domain: string) => string): string {
  const at = address.lastIndexOf('@') + 1;
  return at === 0 ? address : address.slice(0, at) + change(address.slice(at));
}

/**
 * The one spelling in which an address is stored and compared: lower case throughout, with the domain in punycode. Django
 * compares letter by letter, and puts only the domain in lower case (`BaseUserManager.normalize_email`).
 */
export function normalizeEmail(text: string): string {
  return withDomain(tidyText(text), toPunycode).toLowerCase();
}

/**
 * The spellings in which the account of a typed address may be stored, the likeliest first: as it was typed, then in lower case;
 * with the domain in punycode, then in Unicode. Mostly one.
 */
export function emailSpellings(text: string): [string, ...string[]] {
  const typed = withDomain(tidyText(text), toPunycode);
  const spellings = [typed, typed.toLowerCase()];
  return [typed, ...new Set([...spellings, ...spellings.map(readableEmail)].filter((spelling) => spelling !== typed))];
}

/** An address for reading: its domain in Unicode. */
export function readableEmail(address: string): string {
  return withDomain(address, fromPunycode);
}

/** A search as it is sent: tidied, and the domains of addresses in punycode. */
export function searchOnWire(search: string): string {
  return tidyText(search).replace(/(?<=@)[^\s,@]+/g, (domain) => toPunycode(domain));
}
