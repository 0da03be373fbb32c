import { lazy, useEffect } from 'react';
import { useLocation } from 'react-router';
import { cancelQuestions, questions } from '../../stores/confirm.ts';
import { useStore } from '../../stores/use-store.ts';
import { Deferred } from '../../ui/deferred.tsx';

const AskedDialog = lazy(() => import('./asked-dialog.tsx'));

/** Shows what `confirm` asks, one question at a time, over whatever page is there. */
export function Confirmation() {
  const asked = useStore(questions)[0];
  const { pathname } = useLocation();
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- leaving the page is the occasion
  useEffect(() => () => cancelQuestions(({ onAnyPage }) => onAnyPage !== true), [pathname]);
  if (asked === undefined) return null;
  return (
    <Deferred key={asked.id}>
      <AskedDialog asked={asked} />
    </Deferred>
  );
}
