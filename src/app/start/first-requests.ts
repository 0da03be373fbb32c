import type { LoaderFunction } from 'react-router';
import { meOptions } from '../../data/me.ts';
import { start } from '../../data/start.ts';
import { queryClient } from '../cache.ts';
import { isPrivate, pageAt, type AppPage } from '../pages.ts';

/** The loader of a page with first requests: it starts them and waits for nothing. */
export const loaderFor = async (requests: NonNullable<AppPage['requests']>): Promise<LoaderFunction> => (await requests())(queryClient);

/** Starts what the page at `address` will ask for, while React and the page's code are still on their way. */
export async function startRequests(address: URL): Promise<void> {
  const page = pageAt(address.pathname);
  if (!page || !isPrivate(page)) return;
  start(queryClient.query(meOptions()));
  const requests = await page.requests?.();
  requests?.(queryClient)({ request: new Request(address) });
}
