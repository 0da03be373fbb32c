import { mutationOptions } from '@tanstack/react-query';
import { createDepartment } from '../api/departments.ts';
import type { Department } from '../contract/departments.ts';
import { onceOnly } from './once-only.ts';
import { isolate } from '../lib/isolate-text.ts';

/** Adds a department; create it once for each form. */
export const createDepartmentOptions = () =>
  mutationOptions({
    mutationFn: onceOnly<string, Department>({ send: (name) => createDepartment({ name }), find: findAdded }),
    meta: { invalidates: [['departments']], success: ({ name }: Department) => `Department “${isolate(name)}” was added.` },
  });

async function findAdded(before: string, now: string): Promise<Department | null> {
  if (before !== now) return null;
  const { findDepartment } = await import('./look-up.ts');
  const found = await findDepartment(now);
  return found?.name === now ? found : null;
}
