import type { ReactNode } from 'react';
import { createStore } from './create-store.ts';

/** Something to agree to before it is done. */
export interface Question {
  /** Names the deed and its object: "Delete Sales?" */
  title: string;
  /** What follows from it. */
  text: string;
  /** A verb and its object: "Delete department". */
  confirmLabel: string;
  cancelLabel?: string;
  /** `danger` unless said otherwise. */
  tone?: 'danger' | 'primary';
  /** Does it. The dialog stays until it is done, and shows why it was refused. */
  action?: () => Promise<unknown>;
  /** What can be done about a refusal, below the server's words. */
  wayForward?: (error: unknown, close: () => void) => ReactNode;
  /** Asked by work that outlives its page; any other question goes with its page. */
  onAnyPage?: boolean;
}

/** A question that waits for its answer. */
export interface Asked extends Question {
  id: number;
  answer: (yes: boolean) => void;
}

/** The questions that wait for an answer; the first one is shown. */
export const questions = createStore<readonly Asked[]>([]);

let count = 0;

/**
 * Asks in an alert dialog over the page. Resolves to true once it is confirmed and `action` has succeeded; to false when
 * it is cancelled, or goes with its page or session. An `action` that is under way by then is not aborted.
 */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const asked: Asked = {
      ...question,
      id: ++count,
      answer(yes) {
        questions.set(questions.get().filter((other) => other !== asked));
        resolve(yes);
      },
    };
    questions.set([...questions.get(), asked]);
  });
}

/** Cancels the questions that `which` picks; all of them without it. */
export function cancelQuestions(which: (question: Question) => boolean = () => true): void {
  for (const asked of questions.get()) if (which(asked)) asked.answer(false);
}
