// The roles look redundant but are not: on phones the rows are stacked by changing `display`, and browsers then drop the table roles.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import { useDeferredValue, useRef, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useOverflow } from './use-overflow.ts';

export interface Column<Row> {
  key: string;
  /** The column's name, in the header and, on phones, before each value. */
  header: string;
  cell: (row: Row) => ReactNode;
  /** The `ordering` field that the header sorts by; without it the column is not sortable. */
  sortKey?: string;
  /** A width class such as `w-32`: widths are fixed, so that columns do not shift from page to page. */
  width?: string;
  align?: 'start' | 'end';
  /** It leaves a table that becomes too narrow for all columns: the lowest first. */
  priority?: 'low' | 'lowest';
}

export interface TableSelection<Row> {
  selected: ReadonlySet<string>;
  nameOf: (row: Row) => string;
  onToggle: (key: string, selected: boolean) => void;
  onToggleAll: (selected: boolean) => void;
}

export interface TableProps<Row> {
  /** The table's accessible name; visually, the page's heading serves as one. */
  caption: string;
  /** The first column is the row header. Keep the array outside the component: a new one re-renders every row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The current ordering, `name` or `-name`. */
  ordering?: string;
  onOrder?: (ordering: string) => void;
  /** The buttons at the end of a row. Keep the function stable, like `columns`. */
  rowActions?: (row: Row) => ReactNode;
  /** Keep its functions stable, like `columns`. */
  selection?: TableSelection<Row>;
  /** Newer rows are loading: the old ones stay, slightly faded. */
  busy?: boolean;
  /** Rows of 36 px instead of 44. */
  compact?: boolean;
}

// The largest page size on offer. If the server sends more rows, the rest are rendered in a second step; their space is reserved so that Back restores the scroll position.
const firstRows = 100;

/**
 * A native table. On phones its rows are stacked. When it is too wide, it scrolls inside a focusable region.
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
