import { formatNumber } from '../../lib/dates.ts';
import { countText } from '../../lib/range-text.ts';
import { isolate } from '../../lib/isolate-text.ts';

/** The words of a department's page and of moving its members. */
export const words = {
  title: 'Department',
  list: 'Back to departments',
  gone: 'This department is not there. It may have been deleted.',
  created: 'Created',
  updated: 'Updated',
  members: 'Team members',
  soFar: (found: number) => `${formatNumber(found)} so far`,
  addHere: 'Add member here',
  moveAll: 'Move all to…',
  rename: 'Rename',
  remove: 'Delete',
  noMembers: 'Nobody is in this department.',
  progress: (found: number, lookedAt: number, total: number) => `${formatNumber(found)} found, ${formatNumber(lookedAt)} of ${formatNumber(total)} looked at`,
  looking: 'Looking for the members…',
  cancel: 'Cancel',
  goOn: 'Go on',
  retry: 'Retry',
  ask: (total: number, requests: number) =>
    `Your company has ${countText(total, 'team member', 'team members')}. To find those of this department, all of them have to be looked at: ${countText(requests, 'more request', 'more requests')} to the server.`,
  look: 'Look for the members',
  found: (count: number) => countText(count, 'team member', 'team members'),
  showMore: (count: number) => `Show ${formatNumber(count)} more`,
  name: 'Name',
  email: 'Email',
  added: 'Added',
  caption: (name: string) => `Team members of ${isolate(name)}`,
  moveTitle: (name: string) => `Move all members of ${isolate(name)}`,
  moveTo: 'Move to',
  move: (count: number) => `Move ${countText(count, 'member', 'members')}`,
  chooseOther: 'Choose another department',
  refusedHint: 'Both can be done at once from here: its members move, and then it is deleted.',
  showMembers: 'Show its members',
  moveAndDelete: 'Move members and delete',
} as const;
