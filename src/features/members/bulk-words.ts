import { countText } from '../../lib/range-text.ts';

const members = (count: number) => countText(count, 'member', 'members');

/** The words of what can be done with selected members. */
export const bulkWords = {
  move: 'Move to department…',
  moveTitle: (count: number) => `Move ${members(count)}`,
  moveConfirm: (count: number) => `Move ${members(count)}`,
  remove: 'Delete…',
  removeTitle: (count: number) => `Delete ${members(count)}?`,
  removeConfirm: (count: number) => `Delete ${members(count)}`,
  removeText: (count: number) => (count === 1 ? 'They will no longer be able to log in. This cannot be undone.' : 'None of them will be able to log in any more. This cannot be undone.'),
  departmentMissing: 'Choose a department',
} as const;
