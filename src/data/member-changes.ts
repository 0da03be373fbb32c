import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { removeMember, updateMember } from '../api/members.ts';
import type { User } from '../contract/auth.ts';
import type { Member } from '../contract/members.ts';
import type { MemberUpdateBody } from '../contract/requests.ts';
import { cachedRow, dropRow, mergeRow } from './cached-rows.ts';
import { fullName } from './members.ts';
import { unlessGone } from './unless-gone.ts';
import { isolate } from '../lib/isolate-text.ts';

interface MemberUpdate {
  id: string;
  changes: MemberUpdateBody;
}

/** Changes a member: the returned names and the department that was sent are merged into the row, then the list is refetched. */
export const updateMemberOptions = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, changes }: MemberUpdate) => updateMember(id, changes),
    onMutate: ({ id }) => ({ before: cachedRow<Member>(client, 'members', id) }),
    // The member may have been deleted, or changed elsewhere.
    onError: () => void client.invalidateQueries({ queryKey: ['members'] }),
    onSuccess: ({ id, first_name, last_name }, { changes }) => {
      const moved = changes.department === undefined ? {} : { department: changes.department, departmentName: null };
      mergeRow<Member>(client, 'members', id, { first_name, last_name, ...moved });
    },
    meta: {
      invalidates: [['members']],
      success: (user: User) => `${isolate(fullName(user))} was saved.`,
      undo: (sent: MemberUpdate, { before }: { before: Member | undefined }) => reverseOf(sent, before),
    },
  });

/** What takes the change back. A member who had no department cannot be given none again: the server refuses it. */
function reverseOf({ id, changes }: MemberUpdate, before: Member | undefined): MemberUpdate | undefined {
  if (before === undefined || (changes.department !== undefined && before.department === null)) return undefined;
  const { first_name, last_name, department } = before;
  return {
    id,
    changes: {
      ...(changes.first_name === undefined ? {} : { first_name }),
      ...(changes.last_name === undefined ? {} : { last_name }),
      ...(changes.department === undefined || department === null ? {} : { department }),
    },
  };
}

/** Moves a member to another department, as one of many in a job. @returns whether the member was still there */
export const moveMember = (id: string, department: string): Promise<boolean> => unlessGone(updateMember(id, { department }));

/** Deletes a member, as one of many in a job. @returns whether the member was still there */
export const deleteMember = ({ id }: Pick<User, 'id'>): Promise<boolean> => unlessGone(removeMember(id));

type NamedMember = Pick<User, 'id' | 'first_name' | 'last_name'>;

/** Deletes one member: the row leaves the lists and the status region says so. */
export const removeMemberOptions = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (member: NamedMember) => deleteMember(member),
    onSuccess: (_deleted, { id }) => dropRow(client, 'members', id),
    meta: {
      invalidates: [['members']],
      success: (deleted: boolean, member: NamedMember) =>
        deleted ? `${isolate(fullName(member))} was deleted.` : `${isolate(fullName(member))} had been deleted already.`,
    },
  });
