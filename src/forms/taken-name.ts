import type { FormProblem } from './server-errors.ts';

// DRF's UniqueTogetherValidator: "The fields company, name must make a unique set." That is no text for people, and it
// comes as an error of no field.
const notUnique = /must make a unique set/i;

/** Says at the field "Name", in plain words, that a department's name is taken; any other problem stays as it is. */
export function withTakenName(problem: FormProblem, name: string): FormProblem {
  const messages = problem.messages.filter((message) => !notUnique.test(message));
  if (messages.length === problem.messages.length) return problem;
  const words = `You already have a department called “${name.trim()}”. Choose another name.`;
  return { fields: { ...problem.fields, name: [...(problem.fields['name'] ?? []), words] }, messages };
}
