import { api } from '../session/client.ts';
import { request } from '../http/request.ts';
import { listPage } from './list-page.ts';
import type { Page } from './pagination.ts';
import { userSchema, type User } from '../contract/auth.ts';
import { memberListSchema, type Member } from '../contract/members.ts';
import type { MemberCreateBody, MemberUpdateBody } from '../contract/requests.ts';
import type { ListSearch } from '../lib/list-search.ts';

/** One page of the company's members (17, 21, 22). Admins are not among them. */
export const listMembers = (search: ListSearch, signal?: AbortSignal): Promise<Page<Member>> =>
  listPage('/myTeams/', memberListSchema, search, signal);

/** Adds a member (18). What it returns has no department, company or timestamps. */
export const createMember = (member: MemberCreateBody, signal?: AbortSignal): Promise<User> =>
  request(api, userSchema, { method: 'POST', url: '/myTeams/', data: member, signal });

/** Changes a member's names or department (19); their email address and role cannot be changed. Returns what 18 does. */
export const updateMember = (id: string, changes: MemberUpdateBody): Promise<User> =>
  request(api, userSchema, { method: 'PATCH', url: `/myTeams/${encodeURIComponent(id)}/`, data: changes });

/** Deletes a member (20). */
export const removeMember = (id: string): Promise<void> =>
  request(api, null, { method: 'DELETE', url: `/myTeams/${encodeURIComponent(id)}/` });
