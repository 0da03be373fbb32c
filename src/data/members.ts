import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { ApiError } from '../http/errors.ts';
import type { User } from '../contract/auth.ts';
import { memberOrderingFields } from '../contract/lists.ts';
import type { Member } from '../contract/members.ts';
import { cachedRow, dropRow, mergeRow } from './cached-rows.ts';
import { parseListSearch, type ListSearch } from '../lib/list-search.ts';
import { departmentIdPageOptions } from './departments.ts';
import { pageOptions } from './lists.ts';
import { createMember, listMembers, removeMember, updateMember, type MemberChanges } from '../api/members.ts';

/** A page of the team members, as the URL of their list asks for it. */
export const memberListOptions = (search: ListSearch) => pageOptions('members', search, listMembers);

/** The loader of the list: starts the requests beside the page's code (rows and department names), and waits for none. */
export const memberListLoader =
  (client: QueryClient) =>
  ({ request }: { request: Request }): null => {
    const search = parseListSearch(new URL(request.url).searchParams, memberOrderingFields);
    // Failures are the page's to show.
    client.query(memberListOptions(search)).catch(() => undefined);
    client.query(departmentIdPageOptions(1)).catch(() => undefined);
    return null;
  };

type NamedMember = Pick<User, 'id' | 'first_name' | 'last_name'>;

/** A member's name for people. */
export const fullName = ({ first_name, last_name }: Omit<NamedMember, 'id'>): string => `${first_name} ${last_name}`;

/** Adds a member. The list is read anew: the answer has no department and no dates. */
export const createMemberOptions = () =>
  mutationOptions({
    mutationFn: createMember,
    // What was sent holds a password: it is forgotten with the dialog.
    gcTime: 0,
    meta: { invalidates: [['members']], success: (user: User) => `${fullName(user)} was added.` },
  });

/** Changes a member: the answer's names and the department that was sent are merged into the row, then the list is read anew. */
export const updateMemberOptions = (client: QueryClient) =>
  mutationOptions({
    mutationFn: updateMember,
    onMutate: ({ id }) => ({ before: cachedRow<Member>(client, 'members', id) }),
    onSuccess: ({ id, first_name, last_name }, { changes }: { changes: MemberChanges }) => {
      const moved = changes.department === undefined ? {} : { department: changes.department, departmentName: null };
      mergeRow<Member>(client, 'members', id, { first_name, last_name, ...moved });
    },
    meta: {
      invalidates: [['members']],
      success: (user: User) => `${fullName(user)} was saved.`,
      undo: (sent: MemberUpdate, { before }: { before: Member | undefined }) => reverseOf(sent, before),
    },
  });

type MemberUpdate = Parameters<typeof updateMember>[0];

/** What takes the change back. A member who had no department cannot be given none again (the server refuses it). */
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

/** Gives a member another department, as one of many in a job; one who is gone meanwhile needs none. */
export async function moveMember(id: string, department: string): Promise<void> {
  try {
    await updateMember({ id, changes: { department } });
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'not-found') throw error;
  }
}

/** Deletes a member; one who is gone already counts as deleted. */
export async function deleteMember({ id }: Pick<User, 'id'>): Promise<'deleted' | 'gone'> {
  try {
    await removeMember(id);
    return 'deleted';
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'not-found') return 'gone';
    throw error;
  }
}

/** As `deleteMember`, alone: the row goes from the lists, and the status region says so. */
export const removeMemberOptions = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (member: NamedMember) => deleteMember(member),
    onSuccess: (_outcome, { id }) => dropRow(client, 'members', id),
    meta: {
      invalidates: [['members']],
      success: (outcome: 'deleted' | 'gone', member: NamedMember) =>
        outcome === 'deleted' ? `${fullName(member)} was deleted.` : `${fullName(member)} had been deleted already.`,
    },
  });
