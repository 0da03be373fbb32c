import { formatNumber } from '../../lib/dates.ts';
import { countText } from '../../lib/range-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStartJob } from '../../jobs/start-job.ts';
import { HandedOver, HandOverDetails } from './hand-over-details.tsx';
import type { ImportState } from './import-state.ts';
import { importStore } from './import-store.ts';
import { MissingDepartments } from './missing-departments.tsx';
import { RowList } from './row-list.tsx';
import { isSendable, isToHandOver, needsCorrection } from './rows.ts';
import { SendingProgress, useSending } from './sending-progress.tsx';
import { StartOver } from './start-over.tsx';
import { StepHeading } from './step-heading.tsx';

/** The third step: checking the rows, sending them, and the outcome. */
export function ReviewRows({ state }: { state: ImportState }) {
  const { rows, missing, fileName, handedOver, keeps, busy } = state;
  const job = useSending(state.job);
  const startJob = useStartJob();
  const sending = job !== null && job.status !== 'ended';
  const sendable = rows.filter(isSendable).length;
  const toCorrect = rows.filter(needsCorrection).length;
  const toHandOver = rows.filter(isToHandOver).length;
  const added = rows.filter(({ status }) => status === 'added').length;
  return (
    <>
      <StepHeading>Check the rows</StepHeading>
      <p className="text-muted">
        <bdi>{fileName}</bdi>
        <span>{`: ${summary({ rows: rows.length, added, sendable, toCorrect })}`}</span>
      </p>
      {sending && state.job && <SendingProgress job={job} jobs={state.job.jobs} />}
      {job?.status === 'ended' && (
        <Notice tone={job.failed === 0 && !job.cancelled ? 'success' : 'warn'}>
          {`${job.cancelled ? 'Cancelled. ' : ''}${job.summary ?? ''}`}
        </Notice>
      )}
      {!sending && toHandOver > 0 && <HandOverDetails count={toHandOver} />}
      {!sending && <HandedOver members={handedOver} />}
      {!keeps && <Notice tone="warn">This browser keeps nothing for this site. If you close the tab while it runs, the import cannot go on where it was.</Notice>}
      {!sending && <MissingDepartments missing={missing} />}
      {!sending && (
        <div className="flex flex-wrap gap-2">
          {sendable > 0 && (
            <Button variant="primary" pending={busy !== null} onClick={() => void importStore.send(startJob)}>
              {`Add ${countText(sendable, 'team member', 'team members')}`}
            </Button>
          )}
          {toCorrect > 0 && <Button onClick={() => importStore.downloadFailed()}>Download the rows to correct</Button>}
          <StartOver losesDetails={toHandOver > 0} done={added === rows.length} />
        </div>
      )}
      <RowList rows={rows} correctable={!sending} />
    </>
  );
}

function summary(count: { rows: number; added: number; sendable: number; toCorrect: number }): string {
  const parts = [
    count.added > 0 && `${formatNumber(count.added)} added`,
    count.sendable > 0 && `${formatNumber(count.sendable)} ready`,
    count.toCorrect > 0 && `${formatNumber(count.toCorrect)} to correct`,
  ];
  return `${countText(count.rows, 'row', 'rows')}, ${parts.filter(Boolean).join(', ')}.`;
}
