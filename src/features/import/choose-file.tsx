import FileUp from 'lucide-react/icons/file-up';
import { formatNumber } from '../../lib/dates.ts';
import { downloadFile } from '../../lib/download-file.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Field } from '../../ui/field.tsx';
import { templateFile } from './import-files.ts';
import { importStore } from './import-store.ts';
import { maxRows } from './read-file.ts';

/** The first step: choosing a file, or dropping it anywhere on the page. `over`: one is being dragged. */
export function ChooseFile({ over }: { over: boolean }) {
  return (
    <div className="flex max-w-160 flex-col gap-4">
      <p className="text-muted">
        Each row becomes a team member with a password of their own. You see and correct everything before anything is sent, and download the log-in
        details at the end.
      </p>
      <div className={cx('flex flex-wrap items-start gap-4 rounded-lg border border-dashed p-6', over ? 'border-accent bg-hover' : 'border-edge')}>
        <FileUp aria-hidden="true" className="size-6 shrink-0 text-muted" />
        <Field
          label="CSV file"
          className="grow"
          hint={`With the columns Email, First name, Last name and Department, and at most ${formatNumber(maxRows)} rows. Choose it, or drop it here.`}
        >
          {(ids) => (
            <input
              {...ids}
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
              className="mt-1 max-w-full file:me-3 file:min-h-9 file:rounded-md file:border file:border-solid file:border-edge file:bg-surface file:px-3 file:font-medium file:text-ink"
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file) void importStore.choose(file);
                // Otherwise choosing the same file again, once corrected, would not fire a change event.
                target.value = '';
              }}
            />
          )}
        </Field>
      </div>
      <div>
        <Button onClick={() => downloadFile('team-members-template.csv', templateFile())}>Download template</Button>
      </div>
    </div>
  );
}
