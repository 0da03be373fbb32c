/**
 * The API's error shapes, read into one. DRF, djoser and simplejwt between them have six:
 * `{field: [..]}`, `{non_field_errors: [..]}`, a bare list, `{detail}`, `{detail, code, messages}`, and HTML.
 */

/** What a refusal says. */
export interface ErrorParts {
  /** Messages by field; the names of nested fields are joined by dots (`address.city`, `rows.1.name`). */
  fields: Record<string, string[]>;
  /** What concerns no single field, in the server's words. */
  messages: string[];
  /** simplejwt's `code` beside `detail` (`token_not_valid`, `user_not_found`, …). */
  code: string | null;
}

/** DRF's NON_FIELD_ERRORS_KEY in stock settings. */
const NON_FIELD = 'non_field_errors';

/**
 * Reads the parsed body of a refusal, whatever its shape.
 * @param body what JSON.parse returned; text (an HTML page, a proxy's plain text) yields nothing to show
 */
export function readErrorBody(body: unknown): ErrorParts {
  // A map first: a field may be called `__proto__`.
  const parts = { fields: new Map<string, string[]>(), messages: new Array<string>() };
  let found: string | null = null;
  if (Array.isArray(body)) {
    collect(body, '', parts);
  } else if (isRecord(body)) {
    const { detail, code, messages, ...rest } = body;
    const fromSimpleJwt = detail !== undefined && typeof code === 'string';
    if (fromSimpleJwt) found = code;
    parts.messages.push(...textsIn(detail));
    // Beside `detail` these two are simplejwt's; anywhere else they are fields that happen to have such a name.
    collect(fromSimpleJwt ? rest : withoutUndefined({ ...rest, code, messages }), '', parts);
  }
  return { fields: Object.fromEntries(parts.fields), messages: parts.messages, code: found };
}

interface Collected {
  fields: Map<string, string[]>;
  messages: string[];
}

function collect(value: unknown, path: string, parts: Collected): void {
  if (isRecord(value)) {
    for (const [key, inner] of Object.entries(value)) {
      collect(inner, key === NON_FIELD ? path : join(path, key), parts);
    }
  } else if (Array.isArray(value) && value.some(isRecord)) {
    // A list serializer returns one object per row, `{}` for a valid one.
    value.forEach((inner, index) => collect(inner, isRecord(inner) ? join(path, String(index)) : path, parts));
  } else {
    const texts = textsIn(value);
    if (texts.length === 0) return;
    if (path === '') parts.messages.push(...texts);
    else parts.fields.set(path, [...(parts.fields.get(path) ?? []), ...texts]);
  }
}

/** All the texts in a value, however deep; numbers and booleans as text, null as none. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : [];
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutUndefined(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));
}
