import { instantText } from '../clock.ts';
import type { DepartmentRow, UserRow } from '../db/schema.ts';

/** A user as 4, 6, 7, 18 and 19 answer it. */
export function userAnswer({ id, email, first_name, last_name, role }: UserRow) {
  return { first_name, last_name, role, id, email };
}

/** A member as the lists answer it (17, 21, 22). */
export function memberAnswer(user: UserRow) {
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

/** A department (11 to 13, 15, 16). */
export function departmentAnswer(department: DepartmentRow) {
  return {
    id: department.id,
    name: department.name,
    company: department.company_id,
    created_at: instantText(department.created_at),
    updated_at: instantText(department.updated_at),
    added_by: department.added_by_id,
  };
}
