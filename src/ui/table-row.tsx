// The roles look redundant but are not: on phones the rows are stacked by changing `display`, and browsers then drop the table roles.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import { memo, type ReactNode } from 'react';
import { Checkbox } from './checkbox.tsx';
import type { Column } from './table.tsx';
import { isolate } from '../lib/isolate-text.ts';

const words = { select: (name: string) => `Select ${isolate(name)}` };

interface TableRowProps<Row> {
  id: string;
  row: Row;
  columns: readonly Column<Row>[];
  rowActions: ((row: Row) => ReactNode) | undefined;
  name: string | undefined;
  selected: boolean | undefined;
  onToggle: ((key: string, selected: boolean) => void) | undefined;
}

function PlainRow<Row>({ id, row, columns, rowActions, name, selected, onToggle }: TableRowProps<Row>) {
  return (
    <tr role="row" data-selected={selected || undefined}>
      {name !== undefined && onToggle && (
        <td role="cell" className="select-cell">
          <Checkbox label={words.select(name)} labelHidden checked={selected ?? false} onChange={(event) => onToggle(id, event.target.checked)} />
        </td>
      )}
      {columns.map(({ key, header, cell, align, priority }, index) =>
        index === 0 ? (
          <th key={key} role="rowheader" scope="row">
            {cell(row)}
          </th>
        ) : (
          <td key={key} role="cell" data-label={header} data-priority={priority} className={align}>
            {cell(row)}
          </td>
        ),
      )}
      {rowActions && (
        <td role="cell" className="action-cell">
          {rowActions(row)}
        </td>
      )}
    </tr>
  );
}

/** One row, re-rendered only when its own data changes: selecting and sorting stay fast with 1,000 rows. */
// The cast restores the type parameter, which `memo` drops.
export const TableRow = memo(PlainRow) as typeof PlainRow;
