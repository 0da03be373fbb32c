import { z } from 'zod/mini';

/*
 * What a form checks before it asks the server, in words for people. Only what is sure to be refused is refused here:
 * the server is the judge of everything else.
 */

/** A text that must not be blank, of at most `max` characters. */
export function requiredText(missing: string, max: number) {
  return z.string().check(
    z.refine((text) => text.trim() !== '', { error: missing, abort: true }),
    z.refine((text) => [...text.trim()].length <= max, { error: `Use ${max} characters or fewer` }),
  );
}

/** An address that has the form of one: something, one @ and a domain with a dot. `missing` is said when it is blank. */
export function emailText(missing: string) {
  return z.string().check(
    z.refine((text) => text.trim() !== '', { error: missing, abort: true }),
    z.refine((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()), { error: 'Enter an email address in the form name@example.com', abort: true }),
    z.refine((text) => text.trim().length <= 254, { error: 'Use 254 characters or fewer' }),
  );
}

/** A password that was typed: which passwords are good is the server's to say. */
export function passwordText(missing: string) {
  return z.string().check(z.refine((text) => text.trim() !== '', { error: missing }));
}
