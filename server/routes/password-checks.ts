import { invalid } from '../http/failures.ts';
import { passwordProblems, type PasswordOwner } from '../security/password-rules.ts';

/** Refuses a weak password (a Failure, 400), at the field it came in. */
export function requireStrong(field: string, password: string, owner: PasswordOwner | null): void {
  const problems = passwordProblems(password, owner);
  if (problems.length > 0) throw invalid({ [field]: problems });
}

/** Refuses a password that was not repeated as it was (a Failure, 400). Asked after its strength, as djoser does. */
export function requireRepeated(password: string, repetition: string): void {
  if (password !== repetition) throw invalid({ non_field_errors: ["The two password fields didn't match."] });
}
