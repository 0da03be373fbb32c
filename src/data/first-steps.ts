import { currentUserId } from '../session/current-user.ts';
import { setFlag } from '../stores/kept-flag.ts';

/** The name of a flag that remembers something about the first steps. Each user has their own: a browser may be shared. */
export const stepFlag = (name: 'handed-over' | 'hidden') => `first-steps-${name}:${currentUserId() ?? ''}`;

/** Records that log-in details were copied or downloaded, which completes the last of the first steps. */
export const noteHandOver = () => setFlag(stepFlag('handed-over'), true);
