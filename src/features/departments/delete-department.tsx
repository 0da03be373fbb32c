import type { QueryClient } from '@tanstack/react-query';
import { lazy } from 'react';
import type { Department } from '../../contract/departments.ts';
import { runMutation } from '../../data/run-mutation.ts';
import { ApiError } from '../../http/errors.ts';
import { confirm } from '../../stores/confirm.ts';
import { Deferred } from '../../ui/deferred.tsx';
import { words } from './words.ts';

const MoveFirst = lazy(() => import('./move-first.tsx'));

/** Asks, then deletes the department. The server refuses while it has members: then they can be moved first. */
export function confirmDelete(client: QueryClient, department: Department): Promise<boolean> {
  return confirm({
    title: words.removeTitle(department.name),
    text: words.removeText,
    confirmLabel: words.removeConfirm,
    action: async () => {
      const { removeDepartmentOptions } = await import('../../data/department-changes.ts');
      await runMutation(client, removeDepartmentOptions(client), department);
    },
    wayForward: (error, close) =>
      error instanceof ApiError && error.kind === 'validation' && (
        <Deferred>
          <MoveFirst department={department} onMove={close} />
        </Deferred>
      ),
  });
}
