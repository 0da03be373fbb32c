import { createJobs } from './jobs.ts';
import { judge } from './judge.ts';
import { watchCurrentUser } from '../session/current-user.ts';
import { answerQuestion } from './question.ts';

/** The jobs of this tab. They live as long as the session, whatever page is shown. */
export const jobs = createJobs({
  judge,
  clock: {
    now: () => Date.now(),
    setTimeout: (run, ms) => window.setTimeout(run, ms),
    clearTimeout: (timer) => window.clearTimeout(typeof timer === 'number' ? timer : undefined),
    random: () => Math.random(),
  },
});

/** Whether work would be lost if the tab were closed now. */
const isBusy = () => jobs.list().some(({ status }) => status !== 'ended');

let stopWatching: (() => void) | null = null;

// While there are jobs, and only then, the session, the connection and the tab's closing concern them.
jobs.subscribe(() => {
  const wanted = jobs.list().length > 0;
  if (wanted && stopWatching === null) stopWatching = watch();
  if (!wanted) {
    stopWatching?.();
    stopWatching = null;
  }
});

function watch(): () => void {
  const unwatch = watchCurrentUser({
    onEnd: () => {
      answerQuestion(false);
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
