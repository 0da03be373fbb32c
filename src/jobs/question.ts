/** A question that a job asks before it continues. */
export interface Question {
  /** Names the action: "Export 13,200 team members?" */
  title: string;
  text: string;
  confirmLabel: string;
}

interface Asked {
  question: Question;
  answer: (yes: boolean) => void;
}

let waiting: readonly Asked[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Asked[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/** Asks in an alert dialog over the current page. Resolves with false when the user cancels or the session ends first. */
export function askFirst(question: Question): Promise<boolean> {
  return new Promise((resolve) => set([...waiting, { question, answer: resolve }]));
}

/** Answers the current question; "no" also answers those queued behind it. */
export function answerQuestion(yes: boolean): void {
  const answered = yes ? waiting.slice(0, 1) : waiting;
  set(waiting.slice(answered.length));
  for (const { answer } of answered) answer(yes);
}

/** The question to show, if any. */
export function currentQuestion(): Question | null {
  return waiting[0]?.question ?? null;
}

/** Calls `listener` after each change. Returns a function that unsubscribes. */
export function subscribeQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
