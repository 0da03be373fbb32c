import { z } from 'zod/mini';
import { ClientGone } from '../unavailable.ts';
import { invalid, tooLarge, unavailable, unreadable, unsupportedMediaType } from './failures.ts';

/** The largest body that is read, in bytes: several times the largest valid one. */
const maxBodyBytes = 256 * 1024;

/** The most bytes that all unfinished bodies together may hold. A valid request has a few hundred. */
const maxBytesHeld = 32 * 1024 * 1024;

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

/** The bytes of all bodies that are being read now. */
let bytesHeld = 0;

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge(maxBodyBytes);
  if (!request.body) return new Uint8Array();
  let body: Buffer = Buffer.alloc(0);
  let size = 0;
  try {
    for await (const chunk of request.body) {
      if (size + chunk.length > maxBodyBytes) throw tooLarge(maxBodyBytes);
      // Copied, because a few bytes that arrive on their own may keep a much larger buffer alive.
      if (size + chunk.length > body.length) body = hold(body, 2 * (size + chunk.length));
      body.set(chunk, size);
      size += chunk.length;
    }
    return body.subarray(0, size);
  } catch (error) {
    throw request.signal.aborted ? new ClientGone() : error;
  } finally {
    bytesHeld -= body.length;
  }
}

/** Moves a body to a larger buffer. Throws a Failure (503) when all bodies together would hold too much. */
function hold(body: Buffer, length: number): Buffer {
  if (bytesHeld + length - body.length > maxBytesHeld) throw unavailable();
  bytesHeld += length - body.length;
  const larger = Buffer.alloc(length);
  larger.set(body);
  return larger;
}
