import path from 'node:path';
import { z } from 'zod/mini';

/** Every setting: its name in the code, its environment variable, and how its text is read. The README explains them. */
const declarations = {
  port: { variable: 'PORT', schema: wholeNumber(0, 65_535, 8000) },
  host: { variable: 'HOST', schema: z._default(z.string(), '127.0.0.1') },
  /** Where people find the SPA, without a trailing slash; null for this server's own address. */
  publicUrl: {
    variable: 'PUBLIC_URL',
    schema: orNull(z.pipe(url(/^https?:$/, 'an address such as https://app.example.com'), z.transform(withoutTrailingSlashes))),
  },
  /** The folder of the database, the secret and the outbox, as an absolute path. */
  dataDir: { variable: 'DATA_DIR', schema: z.pipe(z._default(z.string(), '.data'), z.transform(absolute)) },
  /** PostgreSQL's address; null for SQLite in `dataDir`. */
  databaseUrl: {
    variable: 'DATABASE_URL',
    schema: orNull(url(/^postgres(ql)?:$/, 'a PostgreSQL address such as postgres://user:password@host/database')),
  },
  /** The mail server's address; null to leave mail in the outbox. */
  smtpUrl: { variable: 'SMTP_URL', schema: orNull(url(/^smtps?:$/, 'an address such as smtp://user:password@host:587')) },
  mailFrom: { variable: 'MAIL_FROM', schema: z._default(z.string(), 'Company admin <no-reply@localhost>') },
  /** The outbox's folder, as an absolute path; null for `outbox` in `dataDir`. */
  outboxDir: { variable: 'OUTBOX_DIR', schema: orNull(z.pipe(z.string(), z.transform(absolute))) },
  /** Signs tokens and mailed links; null to create a secret and keep it in `dataDir`. */
  jwtSecret: { variable: 'JWT_SECRET', schema: orNull(z.string()) },
  /** Lifetimes of the tokens, in seconds. */
  accessTtl: { variable: 'ACCESS_TTL', schema: seconds(300) },
  refreshTtl: { variable: 'REFRESH_TTL', schema: seconds(86_400) },
  /** Whether a refresh returns a new refresh token and revokes the old one. */
  rotateRefresh: { variable: 'ROTATE_REFRESH', schema: z.pipe(z._default(z.enum(['0', '1'], 'must be 0 or 1'), '0'), z.transform((text) => text === '1')) },
  /** Rows per page when the request does not say. */
  pageSize: { variable: 'PAGE_SIZE', schema: wholeNumber(1, 100, 10) },
  /** Origins that may call from a browser; null for those of localhost, as long as `publicUrl` is one. */
  allowedOrigins: { variable: 'ALLOWED_ORIGINS', schema: orNull(origins()) },
};

type Declarations = typeof declarations;

/** The settings of a server process. */
export type Settings = { [Name in keyof Declarations]: z.output<Declarations[Name]['schema']> };

/** Thrown for settings that cannot be used; the message has one line for each. */
export class SettingsError extends Error {}

/** Reads the settings from environment variables; an empty one counts as not set. Throws SettingsError. */
export function readSettings(variables: Record<string, string | undefined>): Settings {
  const problems: string[] = [];
  const values = Object.entries(declarations).map(([name, { variable, schema }]) => {
    const text = variables[variable];
    const parsed = z.safeParse<z.ZodMiniType>(schema, text?.trim() === '' ? undefined : text);
    if (!parsed.success) problems.push(...parsed.error.issues.map(({ message }) => `  ${variable} ${message}`));
    return [name, parsed.data];
  });
  if (problems.length > 0) throw new SettingsError(['The server cannot start with these settings:', ...problems].join('\n'));
  // Each value was parsed by the schema that its type comes from.
  return Object.fromEntries(values) as Settings;
}

/** The environment variables that the server reads. */
export const settingVariables = Object.values(declarations).map(({ variable }) => variable);

function orNull<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.pipe(z.optional(schema), z.transform((value) => value ?? null));
}

function seconds(fallback: number) {
  return wholeNumber(1, 100 * 365 * 86_400, fallback);
}

function wholeNumber(min: number, max: number, fallback: number) {
  const range = `must be a whole number from ${min} to ${max}`;
  return z.pipe(
    z._default(z.string().check(z.regex(/^\d{1,12}$/, range)), String(fallback)),
    z.pipe(z.transform(Number), z.number().check(z.minimum(min, range), z.maximum(max, range))),
  );
}

function url(protocols: RegExp, what: string) {
  return z.string().check(z.refine((text) => URL.canParse(text) && protocols.test(new URL(text).protocol), { error: `must be ${what}` }));
}

function origins() {
  const list = z.pipe(z.string(), z.transform((text) => text.split(',').map((origin) => origin.trim()).filter((origin) => origin !== '')));
  return list.check(z.refine((items) => items.every((item) => URL.canParse(item) && new URL(item).origin === item), {
    error: 'must be origins such as https://app.example.com, with commas between them',
  }));
}

function withoutTrailingSlashes(text: string): string {
  return text.endsWith('/') ? withoutTrailingSlashes(text.slice(0, -1)) : text;
}

function absolute(folder: string): string {
  return path.resolve(folder);
}
