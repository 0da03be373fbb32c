import { z } from 'zod/mini';
import { fieldMessages } from '../../src/contract/fields.ts';
import { isEmailTaken } from '../db/users.ts';
import type { Services } from '../services.ts';

/** Django accepts these in a quoted local part, but nodemailer replaces them: the email would go to another address. */
const undeliverable = /[\p{Cc} <>]/u;

/** The contract's email field, with two more rules: mail can reach the address, and nobody in any company has it. */
export function freeEmail({ db, links }: Services, field: z.ZodMiniType<string>) {
  return field.check(
    z.refine((email: string) => !undeliverable.test(email), { error: fieldMessages.email, abort: true }),
    z.refine(async (email: string) => !(await isEmailTaken(db, email, links.expiredBefore())), { error: 'user with this email address already exists.' }),
  );
}
