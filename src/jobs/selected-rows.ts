import type { QueryClient } from '@tanstack/react-query';
import { cachedRow, type ListRoot } from '../data/cached-rows.ts';
import { largestPage, type ListCall } from '../data/lists.ts';
import type { Chosen } from '../lists/use-selection.ts';
import type { BulkPlan } from './use-bulk.ts';

/** A list as it is shown: what its selection was made from. */
interface ShownList<Row> {
  client: QueryClient;
  root: ListRoot;
  call: ListCall<Row>;
  search: string;
}

/** The selected rows of a list, for a bulk job: single ones as they are by now, or all that match its search. */
export function selectedRows<Row extends { id: string }>(chosen: Chosen<Row>, { client, root, call, search }: ShownList<Row>): BulkPlan<Row>['rows'] {
  if (chosen.kind === 'some') return [...chosen.rows.values()].map((row) => cachedRow<Row>(client, root, row.id) ?? row);
  return { except: chosen.except, readPage: (page, signal) => call({ search, ordering: 'id', page, pageSize: largestPage }, signal) };
}
