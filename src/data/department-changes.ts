import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { removeDepartment, updateDepartment } from '../api/departments.ts';
import type { Department } from '../contract/departments.ts';
import { cachedRow, dropRow, mergeRow } from './cached-rows.ts';
import { unlessGone } from './unless-gone.ts';
import { isolate } from '../lib/isolate-text.ts';

interface Rename {
  id: string;
  name: string;
}

/** Renames a department: the list shows the new name at once, and the old one again if the server refuses. */
export const renameDepartmentOptions = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, name }: Rename) => updateDepartment(id, { name }),
    onMutate: async ({ id, name }) => {
      // A response to a request from before the change would bring the old name back.
      await client.cancelQueries({ queryKey: ['departments', 'list'], predicate: ({ state }) => state.data !== undefined });
      const before = cachedRow<Department>(client, 'departments', id)?.name;
      mergeRow<Department>(client, 'departments', id, { name });
      return { before };
    },
    onError: (_error, { id }, context) => {
      if (context?.before !== undefined) mergeRow<Department>(client, 'departments', id, { name: context.before });
      void client.invalidateQueries({ queryKey: ['departments'] });
    },
    onSuccess: (department) => mergeRow<Department>(client, 'departments', department.id, department),
    meta: {
      invalidates: [['departments']],
      success: ({ name }: Department) => `The department is now called “${isolate(name)}”.`,
      undo: ({ id }: Rename, { before }: { before: string | undefined }) => before !== undefined && { id, name: before },
    },
  });

/** Deletes a department, as one of many in a job. @returns whether it was still there */
export const deleteDepartment = ({ id }: Pick<Department, 'id'>): Promise<boolean> => unlessGone(removeDepartment(id));

/** Deletes one department: its row leaves the lists and the status region says so. Never before the server agrees, which may refuse. */
export const removeDepartmentOptions = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (department: Department) => deleteDepartment(department),
    onSuccess: (_deleted, { id }) => dropRow(client, 'departments', id),
    meta: {
      invalidates: [['departments']],
      success: (deleted: boolean, { name }: Department) =>
        deleted ? `Department “${isolate(name)}” was deleted.` : `Department “${isolate(name)}” had been deleted already.`,
    },
  });
