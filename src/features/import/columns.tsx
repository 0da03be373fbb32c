import { formatNumber } from '../../lib/dates.ts';
import { use, useEffect, useRef, type SubmitEvent } from 'react';
import { readableEmail } from '../../lib/email.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { controlClass } from '../../ui/field.tsx';
import type { Column } from '../../ui/table.tsx';
import { fieldLabels, fields, type Field } from './fields.ts';
import { reasonText } from './import-files.ts';
import { rowForm } from './row-form.ts';
import { isCorrectable, needsCorrection, type ImportRow, type RowStatus } from './rows.ts';

/** A row of the table. */
export interface ShownRow extends ImportRow {
  editing: boolean;
  correctable: boolean;
}

const formId = 'correct-row';
const widths: Record<Field, string> = { email: 'w-[22%]', first_name: 'w-[14%]', last_name: 'w-[14%]', department: 'w-[16%]' };

export const columns: readonly Column<ShownRow>[] = [
  { key: 'number', header: 'Row', width: 'w-20', cell: ({ number }) => <RowNumber>{formatNumber(number)}</RowNumber> },
  ...fields.map((field) => ({
    key: field,
    header: fieldLabels[field],
    width: widths[field],
    cell: (row: ShownRow) => (row.editing ? <FieldInput row={row} field={field} /> : <bdi>{shownText(row, field)}</bdi>),
  })),
  { key: 'result', header: 'Result', cell: (row) => <Result row={row} /> },
];

const shownText = ({ values }: ImportRow, field: Field) => (field === 'email' ? readableEmail(values.email) : values[field]);

/** When rows are stacked, the number is their title and is prefixed with "Row". */
function RowNumber({ children }: { children: string }) {
  return <span className="tabular-nums @max-[44rem]:before:content-['Row_']">{children}</span>;
}

/** An input of the row that is being edited. Its form is in the row's last cell, since a form cannot span cells. */
function FieldInput({ row, field }: { row: ShownRow; field: Field }) {
  const ref = useRef<HTMLInputElement>(null);
  const wrong = row.problems.some((problem) => problem.field === field);
  const first = field === (row.problems.find((problem) => problem.field !== null)?.field ?? fields[0]);
  useEffect(() => {
    if (first) ref.current?.focus();
  }, [first]);
  return (
    <input
      ref={ref}
      form={formId}
      name={field}
      defaultValue={shownText(row, field)}
      aria-label={`${fieldLabels[field]} of row ${row.number}`}
      aria-invalid={wrong || undefined}
      aria-describedby={wrong ? `reason-${row.index}` : undefined}
      autoComplete="off"
      dir={field === 'email' ? 'ltr' : 'auto'}
      className={cx(controlClass, 'my-1')}
    />
  );
}

const words: Record<RowStatus, string> = { ready: 'Ready', wrong: 'To correct', sending: 'Being added…', unsure: 'Not known', added: 'Added', refused: 'Not added' };
const tones: Record<RowStatus, string> = { ready: 'text-muted', wrong: 'text-danger', sending: 'text-muted', unsure: 'text-warn', added: 'text-ok', refused: 'text-danger' };

function Result({ row }: { row: ShownRow }) {
  const { edit } = use(rowForm);
  const reason = reasonText(row);
  return (
    <div className="flex w-full flex-wrap items-center justify-between gap-2 py-1">
      <p id={`reason-${row.index}`} className="min-w-0">
        <span className={cx('font-medium', tones[row.status])}>{words[row.status]}</span>
        {reason !== '' && <span className="text-ink">{`: ${reason}`}</span>}
      </p>
      {row.editing && <EditButtons row={row} />}
      {!row.editing && row.correctable && isCorrectable(row) && (
        <Button id={`correct-${row.index}`} variant={needsCorrection(row) ? 'secondary' : 'quiet'} aria-label={`Edit row ${row.number}`} onClick={() => edit(row)}>
          Edit
        </Button>
      )}
    </div>
  );
}

function EditButtons({ row }: { row: ShownRow }) {
  const { save, cancel } = use(rowForm);
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (field: Field) => {
      const value = data.get(field);
      return typeof value === 'string' ? value : '';
    };
    save(row, { email: text('email'), first_name: text('first_name'), last_name: text('last_name'), department: text('department') });
  }
  return (
    <form id={formId} noValidate aria-label={`Edit row ${row.number}`} onSubmit={submit} className="flex gap-2">
      <Button type="submit" variant="primary" aria-label={`Save row ${row.number}`}>
        Save
      </Button>
      <Button onClick={() => cancel(row)} aria-label={`Cancel row ${row.number}`}>
        Cancel
      </Button>
    </form>
  );
}
