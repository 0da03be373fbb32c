import { api } from '../session/client.ts';
import { request } from '../http/request.ts';
import { listPage } from './list-page.ts';
import type { Page } from './pagination.ts';
import { departmentListSchema, departmentSchema, type Department } from '../contract/departments.ts';
import type { DepartmentCreateBody, DepartmentUpdateBody } from '../contract/requests.ts';
import type { ListSearch } from '../lib/list-search.ts';

/** One page of the company's departments (11, 15, 16). */
export const listDepartments = (search: ListSearch, signal?: AbortSignal): Promise<Page<Department>> =>
  listPage('/departments/', departmentListSchema, search, signal);

/** Adds a department (12). */
export const createDepartment = (department: DepartmentCreateBody, signal?: AbortSignal): Promise<Department> =>
  request(api, departmentSchema, { method: 'POST', url: '/departments/', data: department, signal });

/** Renames a department (13). */
export const updateDepartment = (id: string, changes: DepartmentUpdateBody): Promise<Department> =>
  request(api, departmentSchema, { method: 'PATCH', url: `/departments/${encodeURIComponent(id)}/`, data: changes });

/** Deletes a department (14); refused with 400 while it has members. */
export const removeDepartment = (id: string): Promise<void> =>
  request(api, null, { method: 'DELETE', url: `/departments/${encodeURIComponent(id)}/` });
