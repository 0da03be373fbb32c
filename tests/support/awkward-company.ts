import type { Backend } from './backend.ts';
import { createAdmin, createDepartment, createMember, createMemberAccount, type Account, type AddedMember } from './factories.ts';

/** An address of 254 characters, the longest that there is: nowhere in it may a line break. */
export const longestEmail = (start: string) => `${start}${'x'.repeat(64 - start.length)}@${'long-domain.'.repeat(15)}domain.io`;

const departmentNames = [
  'Sales',
  'Customer success',
  'Research and development of measuring instruments for weather stations in remote places',
  'المبيعات والتسويق',
  '🚀 Launch',
  'X',
  `Donau${'dampfschifffahrts'.repeat(8)}gesellschaft`,
  '人事部',
] as const;

const people = [
  ['Ada', 'Lovelace'],
  ['Nguyễn Thị', 'Minh Khai'],
  ['X', 'Æ'],
  ['فاطمة', 'الزهراء بنت محمد'],
  ['👩‍🚀 Sally', 'Ride'],
  ['Wolfeschlegelsteinhausenbergerdorff', 'Hubert Blaine'],
  ['M'.repeat(150), 'W'.repeat(150)],
  ['山田', '太郎'],
  ['Siobhán', 'O’Brien'],
  ['Anne-Marie Louise', 'van der Westhuizen-de la Cruz'],
  ['Łukasz', 'Żółć'],
  ['דוד', 'בן־גוריון'],
] as const;

/** Companies as layouts fear them, and who may look at them. */
export interface AwkwardCompany {
  /** Its admin: two pages of members, one of departments, names of every kind. */
  admin: Account;
  /** The admin of a company without anything in it. */
  newcomer: Account;
  /** A team member of another company. */
  member: Account;
  departmentIds: readonly string[];
  members: readonly AddedMember[];
}

/** Makes the companies that the screens are looked at with. */
export async function createAwkwardCompany(backend: Backend): Promise<AwkwardCompany> {
  const admin = await createAdmin(backend, { firstName: 'Augusta', lastName: 'Byron' });
  const departmentIds: string[] = [];
  for (const name of departmentNames) departmentIds.push((await createDepartment(admin, name)).id);
  const members: AddedMember[] = [];
  for (const [index, [firstName, lastName]] of people.entries()) {
    const email = index % 6 === 0 ? longestEmail(`person-${process.pid}-${index}-`) : `person.${process.pid}.${index}@example.com`;
    members.push(await createMember(admin, { firstName, lastName, email, departmentId: departmentIds[index % departmentIds.length] }));
  }
  return {
    admin,
    newcomer: await createAdmin(backend, { firstName: 'New', lastName: 'Comer' }),
    member: await createMemberAccount(await createAdmin(backend)),
    departmentIds,
    members,
  };
}
