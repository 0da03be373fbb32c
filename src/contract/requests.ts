import { z } from 'zod/mini';
import { adminRole } from './auth.ts';
import { choiceField, keyField, textField } from './fields.ts';
import { limits } from './limits.ts';
import { typeName } from './python.ts';

/**
 * The bodies of the endpoints that take one, with DRF's coercions and its messages word for word. An issue's path is the field,
 * or empty for what concerns no single field. What only the database knows (whether an address is taken, a department exists or
 * a password is right) is for the server to check.
 */
function bodyOf<Shape extends Record<string, z.ZodMiniType>>(shape: Shape) {
  return z.object(shape, {
    error: ({ input }) => (input === null ? 'No data provided' : `Invalid data. Expected a dictionary, but got ${typeName(input)}.`),
  });
}

const text = () => textField();
/** Django has no bound, but what checks a new password costs more than linear time. */
const newPassword = () => textField({ max: limits.password });
const personName = () => textField({ max: limits.personName });
const email = () => textField({ max: limits.email, email: true });

/** 1: the email address is compared as it is; its form is not checked. */
export const logInRequest = bodyOf({ email: text(), password: text() });

/** 2 */
export const refreshRequest = bodyOf({ refresh: text() });

/** 3 */
export const verifyRequest = bodyOf({ token: text() });

/** 4 */
export const signUpRequest = bodyOf({
  email: email(),
  first_name: personName(),
  last_name: personName(),
  role: choiceField([adminRole]),
  password: newPassword(),
  re_password: text(),
});

/** 5 */
export const activationRequest = bodyOf({ uid: text(), token: text() });

/** 7: any other field is ignored. */
export const meUpdateRequest = bodyOf({ first_name: z.optional(personName()), last_name: z.optional(personName()) });

/** 8 */
export const setPasswordRequest = bodyOf({ new_password: newPassword(), re_new_password: text(), current_password: text() });

/** 9 */
export const resetPasswordRequest = bodyOf({ email: textField({ email: true }) });

/** 10 */
export const resetPasswordConfirmRequest = bodyOf({
  uid: text(),
  token: text(),
  new_password: newPassword(),
  re_new_password: text(),
});

/** 12 */
export const departmentCreateRequest = bodyOf({ name: textField({ max: limits.departmentName }) });

/** 13 */
export const departmentUpdateRequest = bodyOf({ name: z.optional(textField({ max: limits.departmentName })) });

/** 18 */
export const memberCreateRequest = bodyOf({
  email: email(),
  first_name: personName(),
  last_name: personName(),
  department: keyField(),
  password: newPassword(),
});

/** 19 */
export const memberUpdateRequest = bodyOf({
  first_name: z.optional(personName()),
  last_name: z.optional(personName()),
  department: z.optional(keyField()),
});

export type LogInBody = z.output<typeof logInRequest>;
export type RefreshBody = z.output<typeof refreshRequest>;
export type VerifyBody = z.output<typeof verifyRequest>;
export type SignUpBody = z.output<typeof signUpRequest>;
export type ActivationBody = z.output<typeof activationRequest>;
export type MeUpdateBody = z.output<typeof meUpdateRequest>;
export type SetPasswordBody = z.output<typeof setPasswordRequest>;
export type ResetPasswordBody = z.output<typeof resetPasswordRequest>;
export type ResetPasswordConfirmBody = z.output<typeof resetPasswordConfirmRequest>;
export type DepartmentCreateBody = z.output<typeof departmentCreateRequest>;
export type DepartmentUpdateBody = z.output<typeof departmentUpdateRequest>;
export type MemberCreateBody = z.output<typeof memberCreateRequest>;
export type MemberUpdateBody = z.output<typeof memberUpdateRequest>;
