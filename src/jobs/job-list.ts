import { createJobs } from './jobs.ts';
import { judge } from './judge.ts';
import { watchCurrentUser } from '../session/current-user.ts';
import { cancelQuestions } from '../stores/confirm.ts';

/** The jobs of this tab. They last as long as the session, whatever page is shown. */
export const jobs = createJobs({
  judge,
  clock: {
    now: () => Date.now(),
    setTimeout: (run, ms) => window.setTimeout(run, ms),
    clearTimeout: (timer) => window.clearTimeout(typeof timer === 'number' ? timer : undefined),
    random: () => Math.random(),
  },
});

/** Whether closing the tab now would lose work. */
const isBusy = () => jobs.list.get().some(({ status }) => status !== 'ended');

let stopWatching: (() => void) | null = null;

// The session, the connection and the closing of the tab are watched only while there are jobs.
jobs.list.subscribe(() => {
  const wanted = jobs.list.get().length > 0;
  if (wanted && stopWatching === null) stopWatching = watch();
  if (!wanted) {
    stopWatching?.();
    stopWatching = null;
  }
});

function watch(): () => void {
  const unwatch = watchCurrentUser({
    onEnd: () => {
      cancelQuestions();
      jobs.clear();
    },
    onResume: () => jobs.poke(['session', 'unreachable']),
  });
  const online = () => jobs.poke(['unreachable', 'server']);
  const closing = (event: BeforeUnloadEvent) => {
    if (isBusy()) event.preventDefault();
  };
  window.addEventListener('online', online);
  window.addEventListener('beforeunload', closing);
  return () => {
    unwatch();
    window.removeEventListener('online', online);
    window.removeEventListener('beforeunload', closing);
  };
}
