import { formatNumber } from '../../lib/dates.ts';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { countText, rangeText } from '../../lib/range-text.ts';
import { announcePolitely } from '../../stores/status.ts';
import { Pagination, type PageLinkProps } from '../../ui/pagination.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Table } from '../../ui/table.tsx';
import { importStore } from './import-store.ts';
import { columns, type ShownRow } from './columns.tsx';
import { rowForm } from './row-form.ts';
import { isSendable, needsCorrection, type ImportRow } from './rows.ts';

const pageSize = 50;

const filters = [
  { value: 'all', label: 'All rows', has: () => true },
  { value: 'to-correct', label: 'To correct', has: needsCorrection },
  { value: 'ready', label: 'Ready', has: isSendable },
  { value: 'added', label: 'Added', has: ({ status }: ImportRow) => status === 'added' },
];

const renderLink = ({ href, ...props }: PageLinkProps) => <Link {...props} to={href} preventScrollReset />;

/** The rows of the file, in pages: five thousand at once would freeze the browser. */
export function RowList({ rows, correctable }: { rows: readonly ImportRow[]; correctable: boolean }) {
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState<number | null>(null);
  const filter = filters.find(({ value }) => value === params.get('show')) ?? filters[0];
  const matching = useMemo(() => rows.filter(filter?.has ?? (() => true)), [rows, filter]);
  const pageCount = Math.max(1, Math.ceil(matching.length / pageSize));
  const page = Math.min(pageCount, Math.max(1, Number(params.get('page')) || 1));
  const start = (page - 1) * pageSize;
  const shown = shownRows(matching.slice(start, start + pageSize), editing, correctable);

  const hrefFor = (target: number) => `?${new URLSearchParams({ ...(filter && filter.value !== 'all' ? { show: filter.value } : {}), page: String(target) })}`;

  function close(row: ImportRow) {
    setEditing(null);
    focusLater(`correct-${row.index}`);
  }

  return (
    <section aria-labelledby="rows-title" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="rows-title" tabIndex={-1} className="rounded-sm font-semibold">
          Rows
        </h3>
        <SelectField
          inline
          label="Show"
          value={filter?.value ?? 'all'}
          options={filters.map(({ value, label, has }) => ({ value, label: `${label} (${formatNumber(rows.filter(has).length)})` }))}
          onChange={(value) => {
            setParams(value === 'all' ? {} : { show: value }, { preventScrollReset: true });
            announcePolitely(countText(rows.filter(filters.find((choice) => choice.value === value)?.has ?? (() => true)).length, 'row', 'rows'));
          }}
        />
      </div>
      <rowForm.Provider
        value={{
          edit: (row) => setEditing(row.index),
          cancel: close,
          save: (row, values) => {
            const checked = importStore.correct(row.index, values);
            announcePolitely(`Row ${row.number}: ${checked?.status === 'ready' ? 'ready' : 'still to correct'}`);
            close(row);
          },
        }}
      >
        <Table caption="Rows of the file" columns={columns} rows={shown} rowKey={keyOf} />
      </rowForm.Provider>
      {matching.length === 0 && <p className="py-4 text-muted">No rows of this kind.</p>}
      <Pagination
        page={page}
        pageCount={pageCount}
        label="Pages of rows"
        hrefFor={hrefFor}
        renderLink={renderLink}
        summary={matching.length > 0 && rangeText(start + 1, Math.min(pageSize, matching.length - start), matching.length)}
      />
    </section>
  );
}

const keyOf = (row: ShownRow) => String(row.index);

/** The rows for the table. All but the edited one keep their identity and are not re-rendered. */
function shownRows(rows: readonly ImportRow[], editing: number | null, correctable: boolean): ShownRow[] {
  return rows.map((row) => shownRow(row, correctable && editing === row.index, correctable));
}

const drawn = new WeakMap<ImportRow, ShownRow>();

function shownRow(row: ImportRow, editing: boolean, correctable: boolean): ShownRow {
  const before = drawn.get(row);
  if (before?.editing === editing && before.correctable === correctable) return before;
  const next = { ...row, editing, correctable };
  drawn.set(row, next);
  return next;
}

/** Focuses the button that opened the form, or the heading if the row is no longer in the list. */
function focusLater(id: string): void {
  requestAnimationFrame(() => (document.getElementById(id) ?? document.getElementById('rows-title'))?.focus());
}
