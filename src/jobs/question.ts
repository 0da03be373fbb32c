import { confirm, type Question } from '../stores/confirm.ts';

/** Asks before a job goes on, over whatever page is shown by then. False when it was cancelled, or the session ended first. */
export const askFirst = (question: Pick<Question, 'title' | 'text' | 'confirmLabel'>): Promise<boolean> =>
  confirm({ ...question, tone: 'primary', onAnyPage: true });
