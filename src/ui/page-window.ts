/**
 * The pages to link: first, last, current and its neighbours, with a named gap where some are left out. Always seven slots for
 * seven pages or more, so that the pagination keeps its width from page to page.
 */
export function pageWindow(page: number, pageCount: number): (number | 'gap-before' | 'gap-after')[] {
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  if (pageCount <= 7) return range(1, pageCount);
  if (page <= 4) return [...range(1, 5), 'gap-after', pageCount];
  if (page >= pageCount - 3) return [1, 'gap-before', ...range(pageCount - 4, pageCount)];
  return [1, 'gap-before', page - 1, page, page + 1, 'gap-after', pageCount];
}
