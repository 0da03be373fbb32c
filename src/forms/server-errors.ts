/** What a form has to show after a refusal: messages by field, and those that belong to no field. */
export interface FormProblem {
  fields: Record<string, string[]>;
  messages: string[];
}

/**
 * Sorts a refusal by what the form can show: one text for each of its `known` fields, all else for its summary.
 * A message for a field that the form does not have keeps the field's name, so that it still makes sense
 * (`re_password: …`). DRF names fields of nested bodies with dots here (`address.city`).
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
