import { ApiError, isAbort } from '../../http/errors.ts';
import type { Department } from '../../contract/departments.ts';
import { createDepartment } from '../../api/departments.ts';
import { findDepartment, readDepartments } from '../../data/look-up.ts';
import { departmentKey } from './rows.ts';

/** The departments that an import needs, by the names in its file. */
export interface DepartmentBook {
  /** Looks up which of the names exist on the server. */
  match(names: Iterable<string>, signal: AbortSignal): Promise<void>;
  has(name: string): boolean;
  /** The id of the department with that name. Creates it if there is none: once, however many rows ask at the same time. */
  idOf(name: string, signal: AbortSignal): Promise<string>;
}

/** Creates an empty book. */
export function createDepartmentBook(): DepartmentBook {
  const exact = new Map<string, string>();
  const alike = new Map<string, string>();
  const creating = new Map<string, Promise<string>>();
  /** The names whose creation was attempted, and may have succeeded without a response. */
  const tried = new Set<string>();

  function note({ id, name }: Department): void {
    exact.set(name, id);
    if (!alike.has(departmentKey(name))) alike.set(departmentKey(name), id);
  }

  const known = (name: string) => exact.get(name) ?? alike.get(departmentKey(name)) ?? null;

  async function match(names: Iterable<string>, signal: AbortSignal): Promise<void> {
    const wanted = new Map([...names].filter((name) => known(name) === null).map((name) => [departmentKey(name), name]));
    if (wanted.size === 0) return;
    // Either reads all departments or searches for each name, whichever takes fewer requests.
    const first = await readDepartments('', 1, signal);
    first.rows.forEach(note);
    if (first.pageCount - 1 <= wanted.size) {
      for (let page = 2; page <= first.pageCount; page += 1) (await readDepartments('', page, signal)).rows.forEach(note);
      return;
    }
    for (const name of wanted.values()) {
      const found = known(name) === null ? await findDepartment(name, signal) : null;
      if (found !== null) note(found);
    }
  }

  async function create(name: string, signal: AbortSignal): Promise<string> {
    const key = departmentKey(name);
    const before = tried.has(key) ? await findDepartment(name, signal) : null;
    const department = before ?? (await addOrFind(name, signal));
    note(department);
    return department.id;
  }

  /** If the server refuses because another user has created it in the meantime, uses that one. */
  async function addOrFind(name: string, signal: AbortSignal): Promise<Department> {
    tried.add(departmentKey(name));
    try {
      return await createDepartment({ name }, signal);
    } catch (error) {
      if (isAbort(error) || !(error instanceof ApiError) || error.kind !== 'validation') throw error;
      const found = await findDepartment(name, signal);
      if (found === null) throw error;
      return found;
    }
  }

  return {
    match,
    has: (name) => known(name) !== null,
    async idOf(name, signal) {
      const id = known(name);
      if (id !== null) return id;
      const key = departmentKey(name);
      const running = creating.get(key) ?? create(name, signal).finally(() => creating.delete(key));
      creating.set(key, running);
      return running;
    },
  };
}
