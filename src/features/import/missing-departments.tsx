import { formatNumber } from '../../lib/dates.ts';
import { countText } from '../../lib/range-text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { importStore } from './import-store.ts';
import type { MissingDepartment } from './rows.ts';
import { isolate } from '../../lib/isolate-text.ts';

/** How many are listed. If there are more, the wrong column was probably chosen. */
const listed = 20;

/** The departments in the file that do not exist yet: each can be created with its first member. */
export function MissingDepartments({ missing }: { missing: readonly MissingDepartment[] }) {
  if (missing.length === 0) return null;
  const chosen = missing.filter(({ create }) => create).length;
  return (
    <fieldset className="rounded-md border border-line px-4 py-3">
      <legend className="float-start mb-1 w-full font-medium">{`${countText(missing.length, 'department does', 'departments do')} not exist yet`}</legend>
      {missing.length > 1 && (
        <Checkbox
          label={`Create all ${formatNumber(missing.length)}`}
          checked={chosen === missing.length}
          indeterminate={chosen > 0 && chosen < missing.length}
          onChange={({ target }) => importStore.allow(missing.map(({ name }) => name), target.checked)}
        />
      )}
      <ul className="clear-both flex flex-col">
        {missing.slice(0, listed).map(({ name, rows, create }) => (
          <li key={name}>
            <Checkbox label={`Create “${isolate(name)}” (${countText(rows, 'row', 'rows')})`} checked={create} onChange={({ target }) => importStore.allow([name], target.checked)} />
          </li>
        ))}
      </ul>
      {missing.length > listed && <p className="text-muted">{`and ${formatNumber(missing.length - listed)} more. Was the right column chosen?`}</p>}
    </fieldset>
  );
}
