import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Page } from '../api/pagination.ts';
import { choosesPageSize, type ListCall } from '../data/lists.ts';

/** Whether the number of rows per page can be chosen: there is more than one page, and the server honours the choice. */
export function usePageSizeChoice(call: ListCall<unknown>, page: Page<unknown> | undefined, chosen: number | undefined): boolean {
  const manyPages = page !== undefined && page.pageCount > 1;
  // The rows come first: the control may appear a second after them.
  const [isTime, setIsTime] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsTime(manyPages), 1000);
    return () => clearTimeout(timer);
  }, [manyPages]);
  const probe = useQuery({ ...choosesPageSize(call, page?.pageSize ?? 0), enabled: isTime && chosen === undefined });
  // With a chosen size all rows may fit on one page: it must still be possible to choose another.
  if (page !== undefined && chosen !== undefined) return page.pageSize === chosen || page.pageCount === 1;
  return manyPages && probe.data === true;
}
