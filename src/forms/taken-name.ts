import type { FormProblem } from './server-errors.ts';
import { isolate } from '../lib/isolate-text.ts';

// DRF's UniqueTogetherValidator: "The fields company, name must make a unique set." Users would not understand it, and it
// is reported as a non-field error.
const notUnique = /must make a unique set/i;

/** Turns DRF's error for a taken department name into a plain message at the field `name`; leaves other problems as they are. */
export function withTakenName(problem: FormProblem, name: string): FormProblem {
  const messages = problem.messages.filter((message) => !notUnique.test(message));
  if (messages.length === problem.messages.length) return problem;
  const message = `You already have a department called “${isolate(name.trim())}”. Choose another name.`;
  return { fields: { ...problem.fields, name: [...(problem.fields['name'] ?? []), message] }, messages };
}
