import { api } from '../session/client.ts';
import { createPager } from './pager.ts';

export { PageBeyondEnd, type ListQuery, type Page } from './pager.ts';

/** Reads one page of a list of the API, however the server pages; see `Pager`. */
export const { listPage } = createPager(api);
