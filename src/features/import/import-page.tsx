import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { useDocumentTitle } from '../../stores/use-document-title.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { ChooseFile } from './choose-file.tsx';
import { HandedOver } from './hand-over-details.tsx';
import { importStore } from './import-store.ts';
import { KeptNotice } from './kept-notice.tsx';
import { MatchColumns } from './match-columns.tsx';
import { ReviewRows } from './review-rows.tsx';
import { useFileDrop } from './use-file-drop.ts';

/** Adds many members from a CSV file: choose it, match its columns, check the rows, send them. */
export function Component() {
  useDocumentTitle('Import team members');
  const state = useSyncExternalStore(importStore.subscribe, importStore.get);
  const { step, busy, problem, kept } = state;
  useEffect(() => void importStore.open(), []);
  useStepFocus(step);
  const over = useFileDrop(useCallback((file: File) => step === 'choose' && void importStore.choose(file), [step]));

  return (
    <>
      <PageHeader title="Import team members" />
      {kept && step === 'choose' && <KeptNotice content={kept.content} elsewhere={kept.elsewhere} />}
      <p aria-live="polite" data-live-announcer="true" className={busy === null ? 'sr-only' : 'flex items-center gap-2 text-muted'}>
        {busy !== null && (
          <>
            <Spinner />
            <span>{busy}</span>
          </>
        )}
      </p>
      {problem !== null && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      {step === 'choose' && <HandedOver members={state.handedOver} />}
      {step === 'choose' && <ChooseFile over={over} />}
      {step === 'match' && state.file && state.mapping && <MatchColumns file={state.file} mapping={state.mapping} everyone={state.everyone} />}
      {step === 'rows' && <ReviewRows state={state} />}
    </>
  );
}

/** On a change of step, focuses the step's heading, or the page's for the first step. */
function useStepFocus(step: string): void {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    document.getElementById(step === 'choose' ? 'page-title' : 'step')?.focus();
  }, [step]);
}
