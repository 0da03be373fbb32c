import { instantText } from '../clock.ts';
import type { DepartmentRow, UserRow } from '../db/schema.ts';

/** A user as 4, 6, 7, 18 and 19 return it. */
export function userResponse({ id, email, first_name, last_name, role }: UserRow) {
  return { first_name, last_name, role, id, email };
}

/** A member as the lists (17, 21, 22) return it. */
export function memberResponse(user: UserRow) {
  return {
    id: user.id,
    email: user.email,
    first_name: user.first_name,
    last_name: user.last_name,
    role: user.role,
    company: user.company_id,
    department: user.department_id,
    created_at: instantText(user.created_at),
    updated_at: instantText(user.updated_at),
    added_by: user.added_by_id,
  };
}

/** A department as 11 to 13, 15 and 16 return it. */
export function departmentResponse(department: DepartmentRow) {
  return {
    id: department.id,
    name: department.name,
    company: department.company_id,
    created_at: instantText(department.created_at),
    updated_at: instantText(department.updated_at),
    added_by: department.added_by_id,
  };
}
