import { countText } from '../../lib/range-text.ts';
import { isolate } from '../../lib/isolate-text.ts';

/** The words of the departments' list and dialogs, in one place for a translation to come. */
export const words = {
  title: 'Departments',
  search: 'Search departments',
  add: 'Add department',
  exportAll: 'Export CSV',
  rename: 'Rename',
  renameTitle: 'Rename department',
  remove: 'Delete',
  removeConfirm: 'Delete department',
  removeTitle: (name: string) => `Delete ${isolate(name)}?`,
  removeText: 'The department will be gone for everyone in your company. This cannot be undone.',
  actionsFor: (name: string) => `Actions for ${isolate(name)}`,
  pages: 'Pages of departments',
  count: (count: number) => countText(count, 'department', 'departments'),
  noMatch: (search: string) => `No departments match “${isolate(search)}”`,
  emptyTitle: 'No departments yet',
  emptyText: 'Every team member belongs to a department. Add the first one.',
  failed: 'The departments could not be loaded',
  gone: 'This department is not there. It may have been deleted.',
  goneWhileEditing: (name: string) => `“${isolate(name)}” was deleted meanwhile, so it cannot be renamed. Cancel goes back to the list.`,
  unchanged: 'Nothing to save: the name is as before.',
  name: 'Name',
  nameMissing: 'Enter a name',
  save: 'Save',
  created: 'Created',
  updated: 'Updated',
  notOnPage: (name: string) => `“${isolate(name)}” is not among the rows on screen.`,
  show: (name: string) => `Show ${isolate(name)}`,
};

/** The choices of "Sort by": every field of the API document, both ways. */
export const departmentSorts = [
  { value: '', label: 'Default order' },
  { value: 'name', label: 'Name, A to Z' },
  { value: '-name', label: 'Name, Z to A' },
  { value: 'created_at', label: 'Created, oldest first' },
  { value: '-created_at', label: 'Created, newest first' },
  { value: 'updated_at', label: 'Updated, oldest first' },
  { value: '-updated_at', label: 'Updated, newest first' },
  { value: 'id', label: 'ID, ascending' },
  { value: '-id', label: 'ID, descending' },
] as const;
