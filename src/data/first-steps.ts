import { session } from '../session/client.ts';
import { setFlag } from '../stores/kept-flag.ts';

/** The name of a flag that remembers something about the first steps, one for each user: a browser may be shared. */
export const stepFlag = (name: 'handed-over' | 'hidden') => {
  const state = session.getState();
  return `first-steps-${name}:${'userId' in state ? state.userId : ''}`;
};

/** Records that log-in details were copied or downloaded, which completes the last of the first steps. */
export const noteHandOver = () => setFlag(stepFlag('handed-over'), true);
