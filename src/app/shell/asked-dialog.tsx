import { useState } from 'react';
import { announceError } from '../../data/announce-error.ts';
import { describeError } from '../../http/error-words.ts';
import { questions, type Asked } from '../../stores/confirm.ts';
import { isChunkError } from '../../lib/chunk-error.ts';
import { AlertDialog } from '../../ui/alert-dialog.tsx';

const words = { noCode: 'This could not be started. Check your connection, reload the page and try again.' };

/** A question that `confirm` asks, until its answer. */
export default function AskedDialog({ asked }: { asked: Asked }) {
  const { text, action, wayForward, answer, ...look } = asked;
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function run() {
    setPending(true);
    setError(null);
    try {
      await action?.();
      answer(true);
    } catch (refusal) {
      setPending(false);
      setError(refusal);
      // Whoever left a slow request behind is told in the status region instead.
      if (!questions.get().includes(asked)) announceError(refusal);
    }
  }

  const refusal = error !== null && (
    <>
      <p>{isChunkError(error) ? words.noCode : describeError(error)}</p>
      {wayForward?.(error, () => answer(false))}
    </>
  );
  return (
    <AlertDialog {...look} pending={pending} error={refusal} onConfirm={() => void run()} onCancel={() => answer(false)}>
      {text}
    </AlertDialog>
  );
}
