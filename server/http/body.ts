import { z } from 'zod/mini';
import { invalid, tooLarge, unreadable, unsupportedMediaType } from './failures.ts';

/** The largest body that is read, in bytes. */
export const maxBodyBytes = 1_000_000;

/**
 * Reads the request's JSON and validates it against a schema of the contract, all fields together.
 *
 * @throws a Failure: 413, 415, 400 for malformed JSON, 400 with the messages of every invalid field
 */
export async function readBody<Schema extends z.ZodMiniType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  return check(await readJson(request), schema);
}

/** Validates a body that was already read. Throws a Failure with the messages of every invalid field. */
export async function check<Schema extends z.ZodMiniType>(body: unknown, schema: Schema): Promise<z.output<Schema>> {
  const parsed = await z.safeParseAsync(schema, body);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string[]> = {};
  for (const { path, message } of parsed.error.issues) {
    const field = path.length > 0 ? String(path[0]) : 'non_field_errors';
    (fields[field] ??= []).push(message);
  }
  throw invalid(fields);
}

/** Reads the request's JSON; an empty body of any type is `{}`, as in DRF. Throws a Failure. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return {};
  const type = request.headers.get('content-type') ?? '';
  if (!/^\s*application\/json\s*(;|$)/i.test(type)) throw unsupportedMediaType(type);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw unreadable(error instanceof SyntaxError ? 'not valid JSON' : 'not valid UTF-8');
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge(maxBodyBytes);
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > maxBodyBytes) throw tooLarge(maxBodyBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
