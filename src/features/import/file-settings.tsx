import { countText } from '../../lib/range-text.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { encodings, isEncoding } from './encodings.ts';
import { searched } from './find-header.ts';
import { importStore } from './import-store.ts';
import type { ImportFile } from './read-file.ts';

const none = '';
const encodingOptions = Object.entries(encodings).map(([value, label]) => ({ value, label }));

/** How the file is read: its encoding and its header are guessed, and can be corrected. */
export function FileSettings({ file }: { file: ImportFile }) {
  const { headerAt } = file;
  return (
    <>
      {!file.ascii && (
        <SelectField
          label="Encoding"
          value={file.encoding}
          options={encodingOptions}
          onChange={(value) => isEncoding(value) && void importStore.decode(value)}
          aria-describedby="encoding-hint"
        />
      )}
      {!file.ascii && (
        <p id="encoding-hint" className="-mt-3 text-muted">
          If letters in the examples below are wrong, choose another one.
        </p>
      )}
      <SelectField
        label="Header"
        value={headerAt === null ? none : String(headerAt)}
        options={[{ value: none, label: 'None: the first row is data' }, ...headerOptions(file)]}
        onChange={(value) => importStore.setHeader(value === none ? null : Number(value))}
        aria-describedby="header-hint"
      />
      <p id="header-hint" className="-mt-3 text-muted">
        {headerAt !== null && headerAt > 0 ? `${countText(headerAt, 'row above it is', 'rows above it are')} left out.` : 'The row that names the columns.'}
      </p>
    </>
  );
}

/** The file's first records; the last one has nothing below it. */
function headerOptions({ records, headerAt }: ImportFile) {
  return records
    .slice(0, Math.min(Math.max(searched, (headerAt ?? 0) + 1), records.length - 1))
    .map(({ number, cells, damage }, index) => ({ value: String(index), label: `Row ${number}: ${cells.filter((cell) => cell.trim() !== '').join(', ').slice(0, 80)}`, damage }))
    .filter(({ damage }) => damage === null);
}
