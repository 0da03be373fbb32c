import { invalid } from '../http/failures.ts';
import { passwordProblems, type PasswordOwner } from '../security/password-rules.ts';

/** Throws a Failure (400) on that field if the password is weak. */
export function requireStrong(field: string, password: string, owner: PasswordOwner | null): void {
  const problems = passwordProblems(password, owner);
  if (problems.length > 0) throw invalid({ [field]: problems });
}

/** Throws a Failure (400) if the passwords differ. Checked after the strength, as in djoser. */
export function requireRepeated(password: string, repetition: string): void {
  if (password !== repetition) throw invalid({ non_field_errors: ["The two password fields didn't match."] });
}
