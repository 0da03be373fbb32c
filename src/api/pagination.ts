import { api } from './client.ts';
import { createPager } from './pager.ts';

export { PageBeyondEnd, type ListQuery, type Page } from './pager.ts';

const pager = createPager(api);

/** Reads one page of a list of the API; see `Pager`. */
export const listPage = pager.listPage;

/** Whether the server lets the client choose how many rows a page has; see `Pager`. */
export const honoursPageSize = pager.honoursPageSize;
