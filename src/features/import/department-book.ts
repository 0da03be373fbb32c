import { ApiError, isAbort } from '../../http/errors.ts';
import type { Department } from '../../contract/departments.ts';
import { createDepartment } from '../../api/departments.ts';
import { findDepartment, readDepartments } from './look-up.ts';
import { foldName } from './rows.ts';

/** The company's departments as far as an import needs them: by the names that its file gives them. */
export interface DepartmentBook {
  /** Looks up which of the names exist. */
  match(names: Iterable<string>, signal: AbortSignal): Promise<void>;
  has(name: string): boolean;
  /** The id of the department of that name, which is created if there is none yet; once, however many rows ask at the same time. */
  idOf(name: string, signal: AbortSignal): Promise<string>;
}

/** Makes an empty book. */
export function createDepartmentBook(): DepartmentBook {
  const exact = new Map<string, string>();
  const alike = new Map<string, string>();
  const creating = new Map<string, Promise<string>>();
  /** Those whose creation may have happened without an answer. */
  const tried = new Set<string>();

  function note({ id, name }: Department): void {
    exact.set(name, id);
    if (!alike.has(foldName(name))) alike.set(foldName(name), id);
  }

  const known = (name: string) => exact.get(name) ?? alike.get(foldName(name)) ?? null;

  async function match(names: Iterable<string>, signal: AbortSignal): Promise<void> {
    const wanted = new Map([...names].filter((name) => known(name) === null).map((name) => [foldName(name), name]));
    if (wanted.size === 0) return;
    // Two ways to the same end: reading all departments, or searching for each name. The one with fewer requests.
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
    const key = foldName(name);
    const before = tried.has(key) ? await findDepartment(name, signal) : null;
    const department = before ?? (await addOrFind(name, signal));
    note(department);
    return department.id;
  }

  /** Somebody else may have created it meanwhile: then the refusal is as good as a success. */
  async function addOrFind(name: string, signal: AbortSignal): Promise<Department> {
    tried.add(foldName(name));
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
      const key = foldName(name);
      const running = creating.get(key) ?? create(name, signal).finally(() => creating.delete(key));
      creating.set(key, running);
      return running;
    },
  };
}
