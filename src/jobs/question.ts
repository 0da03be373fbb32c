/** What a job has to ask before it goes on. */
export interface Question {
  /** Names the deed: "Export 13,200 team members?" */
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

/** Asks in an alert dialog over whatever page is shown. False when it was cancelled, or the session ended before an answer. */
export function askFirst(question: Question): Promise<boolean> {
  return new Promise((resolve) => set([...waiting, { question, answer: resolve }]));
}

/** Answers the question that is asked now; "no" answers those behind it as well. */
export function answerQuestion(yes: boolean): void {
  const answered = yes ? waiting.slice(0, 1) : waiting;
  set(waiting.slice(answered.length));
  for (const { answer } of answered) answer(yes);
}

/** The question to show, if any. */
export function currentQuestion(): Question | null {
  return waiting[0]?.question ?? null;
}

/** Calls `listener` after each change. Answers the function that ends it. */
export function subscribeQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
