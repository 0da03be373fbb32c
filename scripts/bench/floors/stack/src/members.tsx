import type { Member } from './api.ts';
import { day, List, type Column } from './list.tsx';

const columns: Column<Member>[] = [
  { name: 'Name', field: 'first_name', text: ({ first_name, last_name }) => `${first_name} ${last_name}` },
  { name: 'Email', field: 'email', text: ({ email }) => email },
  { name: 'Role', text: ({ role }) => role },
  { name: 'Added', field: 'created_at', text: ({ created_at }) => day(created_at) },
  { name: 'Updated', field: 'updated_at', text: ({ updated_at }) => day(updated_at) },
];

export const Component = () => <List title="Team members" add="Add member" url="/myTeams/" columns={columns} />;
