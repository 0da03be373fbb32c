import { api } from '../session/client.ts';
import { request } from '../http/request.ts';
import { listPage, type Page } from './pagination.ts';
import { departmentListSchema, departmentSchema, type Department } from '../contract/departments.ts';
import type { ListSearch } from '../lib/list-search.ts';

const rowPath = (id: string) => `/departments/${encodeURIComponent(id)}/`;

/** One page of the company's departments (11, 15, 16). */
export const listDepartments = (search: ListSearch, signal?: AbortSignal): Promise<Page<Department>> =>
  listPage('/departments/', departmentListSchema, search, signal);

/** Adds a department (12). */
export const createDepartment = (name: string): Promise<Department> =>
  request(api, departmentSchema, { method: 'POST', url: '/departments/', data: { name } });

/** Renames a department (13). */
export const renameDepartment = ({ id, name }: { id: string; name: string }): Promise<Department> =>
  request(api, departmentSchema, { method: 'PATCH', url: rowPath(id), data: { name } });

/** Deletes a department (14); refused with 400 while it has members. */
export const removeDepartment = (id: string): Promise<unknown> => request(api, null, { method: 'DELETE', url: rowPath(id) });
