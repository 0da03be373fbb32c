import * as z from 'zod';
import { tokenPairSchema, userSchema, type TokenPair } from '../../src/contract/auth.ts';
import { departmentSchema, type Department } from '../../src/contract/departments.ts';
import { oneTimeLink, type Backend } from './backend.ts';

/** Somebody who can log in, or is: the factories act through the API in their name. */
export interface Account {
  id: string;
  email: string;
  password: string;
  firstName: string;
  lastName: string;
  /** The tokens of a first log-in. */
  access: string;
  refresh: string;
  backend: Backend;
}

/** A team member as it was added. */
export interface AddedMember {
  id: string;
  email: string;
  password: string;
  firstName: string;
  lastName: string;
  departmentId: string;
}

type Names = Partial<Pick<Account, 'email' | 'password' | 'firstName' | 'lastName'>>;

/** A password that every rule takes. */
export const goodPassword = 'Blue-Harbor-42';

let made = 0;

/** Signs up an admin of a new company, follows the mailed link and logs in. */
export async function createAdmin(backend: Backend, given: Names = {}): Promise<Account> {
  const person = { ...unique('admin'), firstName: 'Ada', lastName: 'Lovelace', ...given };
  const user = await signUp(backend, person);
  const { uid, token } = oneTimeLink(await backend.mailTo(person.email), 'activate');
  await post(backend, '/api/auth/users/activation/', { uid, token });
  return { ...person, id: user.id, ...(await logIn(backend, person)), backend };
}

/** Signs up an admin who has not yet followed the mailed link. */
export async function signUp(backend: Backend, person: Required<Names>): Promise<{ id: string }> {
  const answer = await post(backend, '/api/auth/users/', {
    email: person.email,
    first_name: person.firstName,
    last_name: person.lastName,
    role: 'Admin',
    password: person.password,
    re_password: person.password,
  });
  return userSchema.parse(answer);
}

/** Adds a department in the name of an admin. */
export async function createDepartment(admin: Account, name = `Department ${++made}`): Promise<Department> {
  return departmentSchema.parse(await post(admin.backend, '/api/departments/', { name }, admin.access));
}

/** Adds several departments, one after the other: they are listed in this order. */
export async function createDepartments(admin: Account, names: readonly string[]): Promise<Department[]> {
  const departments: Department[] = [];
  for (const name of names) departments.push(await createDepartment(admin, name));
  return departments;
}

/** Adds a team member in the name of an admin; without a department, to a new one. */
export async function createMember(admin: Account, given: Names & { departmentId?: string } = {}): Promise<AddedMember> {
  const departmentId = given.departmentId ?? (await createDepartment(admin)).id;
  const member = { ...unique('member'), firstName: 'Mary', lastName: 'Somerville', ...given, departmentId };
  const answer = await post(
    admin.backend,
    '/api/myTeams/',
    {
      email: member.email,
      first_name: member.firstName,
      last_name: member.lastName,
      department: member.departmentId,
      password: member.password,
    },
    admin.access,
  );
  return { ...member, id: userSchema.parse(answer).id };
}

/** Adds a team member in the name of an admin and logs in as them: an account without the rights of an admin. */
export async function createMemberAccount(admin: Account, given: Names & { departmentId?: string } = {}): Promise<Account> {
  const member = await createMember(admin, given);
  return { ...member, ...(await logIn(admin.backend, member)), backend: admin.backend };
}

/** Logs in over the API. */
export async function logIn(backend: Backend, { email, password }: { email: string; password: string }): Promise<TokenPair> {
  return tokenPairSchema.parse(await post(backend, '/api/auth/jwt/create/', { email, password }));
}

/** An address that nobody has yet, and a good password. */
export function unique(role: string): { email: string; password: string } {
  return { email: `${role}-${process.pid}-${++made}-${Math.random().toString(36).slice(2, 8)}@example.com`, password: goodPassword };
}

const anyBody = z.unknown();

async function post(backend: Backend, path: string, body: unknown, access?: string): Promise<unknown> {
  const response = await backend.send(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(access === undefined ? {} : { Authorization: `JWT ${access}` }) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${text}`);
  return text === '' ? null : anyBody.parse(JSON.parse(text));
}
