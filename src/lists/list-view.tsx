import { useEffect, type ReactNode } from 'react';
import { searchLimits } from '../contract/limits.ts';
import { pageSizes } from '../lib/list-search.ts';
import { rangeText } from '../lib/range-text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { focusTitleIfLost } from '../ui/focus-title.ts';
import { Pagination, type PageLinkProps } from '../ui/pagination.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TableSkeleton } from '../ui/skeleton.tsx';

const words = { sortBy: 'Sort by', perPage: 'Rows per page', clear: 'Clear search', retry: 'Retry' };

export interface ListViewProps<Row> {
  /** What is in the search box, and what is searched for. */
  text: string;
  search: string;
  onType: (text: string) => void;
  /** Enter was pressed: no need to wait for the pause after the last key. */
  onEnter: () => void;
  onClear: () => void;
  ordering: string;
  sorts: readonly { value: string; label: string }[];
  onOrder: (ordering: string) => void;
  /** Undefined while nothing has come yet. */
  page: { rows: readonly Row[]; count: number; page: number; pageSize: number; pageCount: number } | undefined;
  /** Why there are no rows to be had: a sentence that says what to do. */
  problem: string | null;
  onRetry: () => void;
  retrying: boolean;
  hrefFor: (page: number) => string;
  renderLink: (props: PageLinkProps) => ReactNode;
  /** Null where the server does not let one choose the number of rows. */
  resize: { size: number; onChange: (pageSize: number) => void } | null;
  words: { search: string; pages: string; failed: string; noMatch: (search: string) => string };
  /** What stands there while there is no row at all. */
  empty: ReactNode;
  children: (rows: readonly Row[]) => ReactNode;
}

const searchId = 'list-search';

/** A list: its tools, its rows, its pages. Nothing yet, no match and a failure are three different things. */
export function ListView<Row>(props: ListViewProps<Row>) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 print:hidden">
        <SearchBox
          maxLength={searchLimits.characters}
          id={searchId}
          label={props.words.search}
          value={props.text}
          onChange={props.onType}
          onKeyDown={(event) => {
            if (event.key === 'Enter') props.onEnter();
          }}
        />
        <SelectField inline label={words.sortBy} value={props.ordering} options={props.sorts} onChange={props.onOrder} />
      </div>
      <Rows {...props} />
    </>
  );
}

function Rows<Row>({ page, problem, onRetry, retrying, search, onClear, empty, children, ...rest }: ListViewProps<Row>) {
  useFocusAfterRetry(problem !== null);
  if (problem) {
    return (
      <div role="alert">
        <EmptyState title={rest.words.failed} description={problem}>
          <Button pending={retrying} onClick={onRetry}>
            {words.retry}
          </Button>
        </EmptyState>
      </div>
    );
  }
  // Rows that are counted and not there: the last one of a page was deleted, and the list is about to move.
  if (!page || (page.rows.length === 0 && page.count > 0)) return <TableSkeleton />;
  if (page.rows.length === 0 && search === '') return empty;
  if (page.rows.length === 0) {
    const clear = () => {
      onClear();
      document.getElementById(searchId)?.focus(); // the button goes
    };
    return (
      <EmptyState title={rest.words.noMatch(search)}>
        <Button onClick={clear}>{words.clear}</Button>
      </EmptyState>
    );
  }
  const first = (page.page - 1) * page.pageSize + 1;
  return (
    <>
      {children(page.rows)}
      <Pagination
        page={page.page}
        pageCount={page.pageCount}
        label={rest.words.pages}
        hrefFor={rest.hrefFor}
        renderLink={rest.renderLink}
        summary={rangeText(first, page.rows.length, page.count)}
      />
      {rest.resize && <PageSize {...rest.resize} />}
    </>
  );
}

/** "Retry" goes when it worked: the page's heading takes the focus that was on it. */
function useFocusAfterRetry(failed: boolean) {
  useEffect(() => {
    if (failed) return focusTitleIfLost;
  }, [failed]);
}

function PageSize({ size, onChange }: { size: number; onChange: (size: number) => void }) {
  const offered = [...new Set([...pageSizes, size])].sort((a, b) => a - b);
  return (
    <div className="w-fit print:hidden">
      <SelectField
        inline
        label={words.perPage}
        value={String(size)}
        options={offered.map((value) => ({ value: String(value), label: String(value) }))}
        onChange={(value) => onChange(Number(value))}
      />
    </div>
  );
}
