import { z } from 'zod/mini';
import { tidyText } from '../lib/text.ts';

/*
 * What forms check before they send anything. They reject only what the server is certain to refuse; the server decides
 * everything else.
 */

/** Text that must not be blank, tidied as it will be sent, of at most `max` characters. `missing` is the message for blank text. */
export function requiredText(missing: string, max: number) {
  return z.string().check(
    z.overwrite(tidyText),
    z.refine((text) => text !== '', { error: missing, abort: true }),
    z.refine((text) => [...text].length <= max, { error: `Use ${max} characters or fewer` }),
  );
}

/** An email address, tidied: something, one @ and a domain with a dot. `missing` is the message for blank text. */
export function emailText(missing: string) {
  return z.string().check(
    z.overwrite(tidyText),
    z.refine((text) => text !== '', { error: missing, abort: true }),
    z.refine((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), { error: 'Enter an email address in the form name@example.com', abort: true }),
    z.refine((text) => text.length <= 254, { error: 'Use 254 characters or fewer' }),
  );
}

/** A password: only checked for being there, since the server decides which passwords are acceptable. */
export function passwordText(missing: string) {
  return z.string().check(z.refine((text) => text.trim() !== '', { error: missing }));
}
