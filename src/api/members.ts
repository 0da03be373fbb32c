import { api } from '../session/client.ts';
import { request } from '../http/request.ts';
import { listPage, type Page } from './pagination.ts';
import { userSchema, type User } from '../contract/auth.ts';
import { memberListSchema, type Member } from '../contract/members.ts';
import type { ListSearch } from '../lib/list-search.ts';

const rowPath = (id: string) => `/myTeams/${encodeURIComponent(id)}/`;

/** What a new member needs (18). `department` is an id; `role` is the server's to give. */
export interface NewMember {
  email: string;
  first_name: string;
  last_name: string;
  department: string;
  password: string;
}

/** What can be changed of a member (19): e-mail address and role cannot. */
export type MemberChanges = Partial<Pick<NewMember, 'first_name' | 'last_name' | 'department'>>;

/** One page of the company's team members (17, 21, 22). The admins are not among them. */
export const listMembers = (search: ListSearch, signal?: AbortSignal): Promise<Page<Member>> =>
  listPage('/myTeams/', memberListSchema, search, signal);

/** Adds a member (18). The answer has no department, company or time stamps. */
export const createMember = (member: NewMember): Promise<User> =>
  request(api, userSchema, { method: 'POST', url: '/myTeams/', data: member });

/** Changes a member (19); only what differs is sent. The answer lacks what 18's lacks. */
export const updateMember = ({ id, changes }: { id: string; changes: MemberChanges }): Promise<User> =>
  request(api, userSchema, { method: 'PATCH', url: rowPath(id), data: changes });

/** Deletes a member (20). */
export const removeMember = (id: string): Promise<unknown> => request(api, null, { method: 'DELETE', url: rowPath(id) });
