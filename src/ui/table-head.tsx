// The roles look redundant but are not: on phones the rows are stacked by changing `display`, and browsers then drop the table roles.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { Checkbox } from './checkbox.tsx';
import { cx } from './cx.ts';
import type { Column } from './table.tsx';

const words = { actions: 'Actions', selectAll: 'Select all on this page' };

type SortState = 'ascending' | 'descending' | undefined;

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  ordering: string | undefined;
  onOrder: ((ordering: string) => void) | undefined;
  hasActions: boolean;
  chosen: { count: number; all: number; onToggleAll: (selected: boolean) => void } | undefined;
}

/** The header row: a button in each sortable column, `aria-sort` on the sorted one. */
export function TableHead<Row>({ columns, ordering, onOrder, hasActions, chosen }: TableHeadProps<Row>) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {chosen && (
          <th role="columnheader" scope="col" className="select-cell">
            <Checkbox
              label={words.selectAll}
              labelHidden
              checked={chosen.all > 0 && chosen.count === chosen.all}
              indeterminate={chosen.count > 0 && chosen.count < chosen.all}
              onChange={(event) => chosen.onToggleAll(event.target.checked)}
            />
          </th>
        )}
        {columns.map(({ key, header, sortKey, width, align, priority }) => {
          const state: SortState = sortKey === undefined ? undefined : sortState(sortKey, ordering);
          return (
            <th key={key} role="columnheader" scope="col" aria-sort={state} data-priority={priority} className={cx(width, align === 'end' && 'end')}>
              {sortKey !== undefined && onOrder ? (
                <button type="button" onClick={() => onOrder(state === 'ascending' ? `-${sortKey}` : sortKey)} className="sort">
                  {header}
                  <SortIcon state={state} />
                </button>
              ) : (
                header
              )}
            </th>
          );
        })}
        {hasActions && (
          <th role="columnheader" scope="col" className="action-cell">
            <span className="sr-only">{words.actions}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

function sortState(sortKey: string, ordering: string | undefined): SortState {
  if (ordering === sortKey) return 'ascending';
  return ordering === `-${sortKey}` ? 'descending' : undefined;
}

/** Each state has its own shape: it does not depend on colour alone. */
function SortIcon({ state }: { state: SortState }) {
  const Icon = state === undefined ? ChevronsUpDown : state === 'ascending' ? ArrowUp : ArrowDown;
  return <Icon aria-hidden="true" className={cx('size-3.5 shrink-0', state === undefined && 'opacity-60')} />;
}
