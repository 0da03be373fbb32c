// The roles look redundant and are not: stacked on phones, `display` is changed, and browsers then drop those of table elements.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import { memo, type ReactNode } from 'react';
import { Checkbox } from './checkbox.tsx';
import type { Column } from './table.tsx';

const words = { select: (name: string) => `Select ${name}` };

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
      {columns.map(({ key, header, cell, align }, index) =>
        index === 0 ? (
          <th key={key} role="rowheader" scope="row">
            {cell(row)}
          </th>
        ) : (
          <td key={key} role="cell" data-label={header} className={align}>
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

/** One row, drawn anew only when its own data changed: a page of 1,000 rows stays quick to select and to sort. */
// The cast: `memo` forgets that the component is generic.
export const TableRow = memo(PlainRow) as typeof PlainRow;
