import { api } from '../../session/client.ts';
import { request } from '../../http/request.ts';
import { listPage, type Page } from '../../api/pagination.ts';
import { userSchema, type User } from '../../contract/auth.ts';
import { departmentListSchema, departmentSchema, type Department } from '../../contract/departments.ts';
import { memberListSchema, type Member } from '../../contract/members.ts';

/** The most rows that are asked for at once; a server that does not honour it gives its own number. */
const pageSize = 100;

/** What a new member needs (18). `department` is an id. */
export interface NewMember {
  email: string;
  first_name: string;
  last_name: string;
  department: string;
  password: string;
}

/** Adds a member (18). */
export const addMember = (member: NewMember, signal: AbortSignal): Promise<User> =>
  request(api, userSchema, { method: 'POST', url: '/myTeams/', data: member, signal });

/** Adds a department (12). */
export const addDepartment = (name: string, signal: AbortSignal): Promise<Department> =>
  request(api, departmentSchema, { method: 'POST', url: '/departments/', data: { name }, signal });

/** A page of the departments whose names have all words of `search` (11, 15). */
export const listDepartments = (search: string, page: number, signal: AbortSignal): Promise<Page<Department>> =>
  listPage('/departments/', departmentListSchema, { search, ordering: 'name', page, pageSize }, signal);

/** A page of the members that `search` finds (21). */
export const listMembers = (search: string, page: number, signal: AbortSignal): Promise<Page<Member>> =>
  listPage('/myTeams/', memberListSchema, { search, ordering: 'id', page, pageSize }, signal);
