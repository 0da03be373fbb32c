import { z } from 'zod/mini';
import { limits } from '../../contract/limits.ts';
import { emailText, passwordText, requiredText } from '../../forms/form-fields.ts';
import { dialogWords } from './dialog-words.ts';

// Field names are the API's own, so that its errors find their fields.
const names = {
  first_name: requiredText(dialogWords.firstNameMissing, limits.personName),
  last_name: requiredText(dialogWords.lastNameMissing, limits.personName),
};

const option = z.object({ id: z.string(), label: z.string() });
const department = z.nullable(option).check(z.refine((value) => value !== null, { error: dialogWords.departmentMissing }));

/** What the form checks of a member that exists. */
export const memberEditSchema = z.object({ ...names, department });

/** What the form checks of a new member; whether a password is good is the server's to say. */
export const newMemberSchema = z.object({
  email: emailText(dialogWords.emailMissing),
  ...names,
  department,
  password: passwordText(dialogWords.passwordMissing),
});

export type NewMemberValues = z.infer<typeof newMemberSchema>;
export type MemberEditValues = z.infer<typeof memberEditSchema>;
