import type { QueryClient } from '@tanstack/react-query';
import { departmentOrderingFields, memberOrderingFields } from '../contract/lists.ts';
import { parseListSearch, type ListSearch } from '../lib/list-search.ts';
import { departmentIdPageOptions } from './department-names.ts';
import { departmentRowOptions } from './department-row.ts';
import { departmentListOptions } from './departments.ts';
import { forgetOldWalks, memberWalkOptions } from './member-walk.ts';
import { memberListOptions } from './members.ts';
import { start } from './start.ts';

/** Starts a page's first requests while the page's code is still loading, and waits for none of them. */
export type Loader = (client: QueryClient) => (arrival: { request: Request }) => null;

/** The list of departments. */
export const departmentListLoader: Loader = (client) => ({ request }) => {
  start(client.query(departmentListOptions(searchIn(request, departmentOrderingFields))));
  return null;
};

/** The list of members, and the names of their departments. */
export const memberListLoader: Loader = (client) => ({ request }) => {
  start(client.query(memberListOptions(searchIn(request, memberOrderingFields))));
  start(client.query(departmentIdPageOptions(1)));
  return null;
};

/** A department's page: the department and the first of the members. */
export const departmentPageLoader: Loader = (client) => ({ request }) => {
  // Not decoded, which fails for a malformed address: integers and UUIDs need no decoding.
  const [, , id = ''] = new URL(request.url).pathname.split('/');
  forgetOldWalks(client);
  start(client.query(departmentRowOptions(client, id)));
  start(client.infiniteQuery(memberWalkOptions('')));
  return null;
};

function searchIn({ url }: Request, orderingFields: readonly string[]): ListSearch {
  return parseListSearch(new URL(url).searchParams, orderingFields);
}
