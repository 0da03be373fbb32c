import { listMembers } from '../api/members.ts';
import type { User } from '../contract/auth.ts';
import type { ListSearch } from '../lib/list-search.ts';
import { pageOptions } from './lists.ts';

/** One page of members, as the URL of their list asks for it. */
export const memberListOptions = (search: ListSearch) => pageOptions('members', search, listMembers);

/** A member's name as people read it. */
export const fullName = ({ first_name, last_name }: Pick<User, 'first_name' | 'last_name'>): string => `${first_name} ${last_name}`;
