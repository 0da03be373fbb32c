import { api } from '../session/client.ts';
import { createPager } from './pagination.ts';

/** Reads one page of a list over the logged-in user's client; see `Pager`. */
export const { listPage } = createPager(api);
