/** The messages that a form shows after a failed request: by field, and those that belong to no field. */
export interface FormProblem {
  fields: Record<string, string[]>;
  messages: string[];
}

/**
 * Assigns messages to places in the form: one text for each of its `known` fields, the rest for its summary.
 * A message for a field that the form does not have is prefixed with the field's name, so that it still makes sense
 * (`re password: …`). Fields of nested bodies are named with dots here (`address.city`).
 */
export function placeErrors(problem: FormProblem, known: readonly string[]): { fields: Record<string, string>; rest: string[] } {
  const fields: Record<string, string> = {};
  const rest = [...problem.messages];
  for (const [name, messages] of Object.entries(problem.fields)) {
    if (known.includes(name)) fields[name] = messages.join(' ');
    else rest.push(...messages.map((message) => `${name.replaceAll('_', ' ')}: ${message}`));
  }
  return { fields, rest };
}
