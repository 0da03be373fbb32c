// The roles look redundant and are not: stacked on phones, `display` is changed, and browsers then drop those of table elements.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import { useDeferredValue, useRef, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useOverflow } from './use-overflow.ts';

export interface Column<Row> {
  key: string;
  /** The column's name, on the header and, on phones, before each value. */
  header: string;
  cell: (row: Row) => ReactNode;
  /** The ordering field that the header sorts by; none, no button. */
  sortKey?: string;
  /** A width class such as `w-32`: widths are fixed, so that columns do not jump from page to page. */
  width?: string;
  align?: 'start' | 'end';
}

export interface TableSelection<Row> {
  selected: ReadonlySet<string>;
  nameOf: (row: Row) => string;
  onToggle: (key: string, selected: boolean) => void;
  onToggleAll: (selected: boolean) => void;
}

export interface TableProps<Row> {
  /** The table's name, for assistive technology; the page's heading says it to the eye. */
  caption: string;
  /** The first one heads its row. Keep the array outside of the component: rows are only drawn anew when something changed. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The present ordering, `name` or `-name`. */
  ordering?: string;
  onOrder?: (ordering: string) => void;
  /** The buttons at the end of a row. A stable function, as `columns`. */
  rowActions?: (row: Row) => ReactNode;
  /** Functions in it as stable as `columns`. */
  selection?: TableSelection<Row>;
  /** Newer rows are on their way: the old ones stay, a little paler. */
  busy?: boolean;
  /** Rows of 36 px instead of 44. */
  compact?: boolean;
}

// No page size that is offered draws more; what a server sends beyond it comes in a second step, for which room is kept: Back scrolls to where one was.
const firstRows = 100;

/**
 * A native table. On phones its rows are stacked; the roles are spelt out because a browser drops those of
 * table elements whose `display` is changed. Where it is too wide it scrolls in a region that can be focused.
 */
export function Table<Row>({ caption, columns, rows, rowKey, ordering, onOrder, rowActions, selection, busy = false, compact = false }: TableProps<Row>) {
  const regionRef = useRef<HTMLDivElement>(null);
  const overflows = useOverflow(regionRef);
  const drawn = useDeferredValue(rows.length, Math.min(rows.length, firstRows));
  const toCome = Math.max(0, rows.length - drawn);
  const chosen = selection ? rows.filter((row) => selection.selected.has(rowKey(row))).length : 0;
  return (
    <div ref={regionRef} className="table-region" {...(overflows ? { role: 'region', 'aria-label': caption, tabIndex: 0 } : {})}>
      <table role="table" aria-busy={busy || undefined} className={cx('data-table', compact && 'compact')}>
        <caption className="sr-only">{caption}</caption>
        <TableHead
          columns={columns}
          ordering={ordering}
          onOrder={onOrder}
          hasActions={rowActions !== undefined}
          chosen={selection && { count: chosen, all: rows.length, onToggleAll: selection.onToggleAll }}
        />
        <tbody role="rowgroup">
          {rows.slice(0, drawn).map((row) => {
            const key = rowKey(row);
            return (
              <TableRow
                key={key}
                id={key}
                row={row}
                columns={columns}
                rowActions={rowActions}
                name={selection?.nameOf(row)}
                selected={selection?.selected.has(key)}
                onToggle={selection?.onToggle}
              />
            );
          })}
        </tbody>
      </table>
      {toCome > 0 && <div style={{ height: `${toCome * (compact ? 2.25 : 2.75)}rem` }} />}
    </div>
  );
}
