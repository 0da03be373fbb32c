import { useState, type SubmitEvent } from 'react';
import { countText } from '../../lib/range-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FileSettings } from './file-settings.tsx';
import { fieldLabels, fields, type Field, type Mapping } from './fields.ts';
import { importStore } from './import-store.ts';
import type { ImportFile } from './read-file.ts';
import { StepHeading } from './step-heading.tsx';

const none = '';
const everyoneId = 'department-everyone';

/** The second step: matching the file's columns with the fields. */
export function MatchColumns({ file, mapping, everyone }: { file: ImportFile; mapping: Mapping; everyone: string }) {
  const [department, setDepartment] = useState(everyone);
  const [attempts, setAttempts] = useState(0);
  const errors = attempts === 0 ? [] : missing(mapping, department);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    setAttempts(attempts + 1);
    if (missing(mapping, department).length === 0) void importStore.match(department);
  }

  return (
    <form noValidate onSubmit={submit} className="flex max-w-120 flex-col gap-4">
      <StepHeading>Match the columns</StepHeading>
      <p className="text-muted">
        <bdi>{file.name}</bdi>
        <span>{` has ${countText(file.people.length, 'row', 'rows')}. `}</span>
        Check which of its columns is which. If one column holds the whole name, choose it for both names: it is split at its comma or its last space.
      </p>
      <FileSettings file={file} />
      <ErrorSummary errors={errors} attempt={attempts} />
      {fields.map((field) => (
        <div key={field} className="flex flex-col gap-1">
          <SelectField
            id={`column-${field}`}
            label={fieldLabels[field]}
            value={mapping[field] === null ? none : String(mapping[field])}
            options={[
              { value: none, label: field === 'department' ? 'Not in the file: the same for everyone' : 'Choose a column' },
              ...file.header.map((label, index) => ({ value: String(index), label })),
            ]}
            onChange={(value) => importStore.setMapping({ ...mapping, [field]: value === none ? null : Number(value) })}
            aria-invalid={errors.some(({ fieldId }) => fieldId === `column-${field}`) || undefined}
            aria-describedby={`sample-${field}`}
          />
          <p id={`sample-${field}`} className="truncate text-muted">
            {sample(file, mapping[field])}
          </p>
        </div>
      ))}
      {mapping.department === null && (
        <TextField
          id={everyoneId}
          label="Department for everyone"
          value={department}
          onChange={({ target }) => setDepartment(target.value)}
          error={errors.find(({ fieldId }) => fieldId === everyoneId)?.message}
        />
      )}
      <div className="flex flex-wrap gap-2 pt-2">
        <Button type="submit" variant="primary">
          {`Check ${countText(file.people.length, 'row', 'rows')}`}
        </Button>
        <Button onClick={() => void importStore.startOver()}>Choose another file</Button>
      </div>
    </form>
  );
}

function missing(mapping: Mapping, everyone: string) {
  const needed: readonly Field[] = ['email', 'first_name', 'last_name'];
  const errors = needed.filter((field) => mapping[field] === null).map((field) => ({ message: `Choose the column for ${fieldLabels[field]}`, fieldId: `column-${field}` }));
  if (mapping.department === null && everyone.trim() === '') errors.push({ message: 'Enter a department for everyone', fieldId: everyoneId });
  return errors;
}

/** Examples from a column's first rows; those that show whether the encoding is right come first. */
function sample({ people }: ImportFile, column: number | null): string {
  if (column === null) return '';
  const cells = people.slice(0, 200).map(({ cells }) => cells[column]?.trim() ?? '').filter(Boolean);
  const foreign = cells.filter((cell) => /[^\0-\x7f]/.test(cell));
  const shown = [...new Set([...foreign.slice(0, 2), ...cells])].slice(0, 3);
  return shown.length === 0 ? 'Empty in the first rows' : `For example: ${shown.join(', ')}`;
}
