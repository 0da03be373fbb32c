import type { Department } from './api.ts';
import { day, List, type Column } from './list.tsx';

const columns: Column<Department>[] = [
  { name: 'Name', field: 'name', text: ({ name }) => name },
  { name: 'Created', field: 'created_at', text: ({ created_at }) => day(created_at) },
  { name: 'Updated', field: 'updated_at', text: ({ updated_at }) => day(updated_at) },
];

export const Component = () => <List title="Departments" add="Add department" url="/departments/" columns={columns} />;
