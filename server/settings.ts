import path from 'node:path';
import { z } from 'zod/mini';
import type { ApiSettings } from './services.ts';

const seconds = (otherwise: number) => wholeNumber(otherwise, 1, 100 * 365 * 86_400);

function wholeNumber(otherwise: number, min: number, max: number) {
  const range = `must be a whole number from ${min} to ${max}`;
  return z.pipe(
    z._default(z.string().check(z.regex(/^\d{1,12}$/, range)), String(otherwise)),
    z.pipe(z.transform(Number), z.number().check(z.minimum(min, range), z.maximum(max, range))),
  );
}

function url(protocols: RegExp, what: string) {
  return z.string().check(z.refine((text) => URL.canParse(text) && protocols.test(new URL(text).protocol), { error: `must be ${what}` }));
}

const origins = z.pipe(
  z.string(),
  z.transform((text) => text.split(',').map((origin) => origin.trim()).filter((origin) => origin !== '')),
).check(z.refine((list) => list.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin), {
  error: 'must be origins such as https://app.example.com, with commas between them',
}));

const environment = z.object({
  PORT: wholeNumber(8000, 0, 65_535),
  HOST: z._default(z.string(), '127.0.0.1'),
  PUBLIC_URL: z.optional(url(/^https?:$/, 'an address such as https://app.example.com')),
  DATA_DIR: z._default(z.string(), '.data'),
  DATABASE_URL: z.optional(url(/^postgres(ql)?:$/, 'a PostgreSQL address such as postgres://user:password@host/database')),
  OUTBOX_DIR: z.optional(z.string()),
  SMTP_URL: z.optional(url(/^smtps?:$/, 'an address such as smtp://user:password@host:587')),
  MAIL_FROM: z._default(z.string(), 'Company admin <no-reply@localhost>'),
  JWT_SECRET: z.optional(z.string()),
  ACCESS_TTL: seconds(300),
  REFRESH_TTL: seconds(86_400),
  ROTATE_REFRESH: z._default(z.enum(['0', '1'], 'must be 0 or 1'), '0'),
  PAGE_SIZE: wholeNumber(10, 1, 100),
  ALLOWED_ORIGINS: z.optional(origins),
});

/** The settings of a server process. */
export interface Settings {
  port: number;
  host: string;
  dataDir: string;
  /** PostgreSQL's address; null for SQLite in `dataDir`. */
  databaseUrl: string | null;
  /** The mail server's address; null for the folder `outboxDir`. */
  smtpUrl: string | null;
  outboxDir: string;
  mailFrom: string;
  /** The secret that was given; null to make one and keep it in `dataDir`. */
  jwtSecret: string | null;
  /** Where people find the SPA, without a slash at its end; null for this server's own address. */
  publicUrl: string | null;
  api: Omit<ApiSettings, 'jwtSecret' | 'publicUrl'>;
}

/** Thrown for settings that cannot be used; the message has one line for each. */
export class SettingsError extends Error {}

/** Reads the settings from the environment; a variable that is empty counts as not set. Throws SettingsError. */
export function readSettings(variables: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path: [name], message }) => `  ${String(name)} ${message}`);
    throw new SettingsError(['The server cannot start with these settings:', ...lines].join('\n'));
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: path.resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    outboxDir: path.resolve(env.OUTBOX_DIR ?? path.join(env.DATA_DIR, 'outbox')),
    mailFrom: env.MAIL_FROM,
    jwtSecret: env.JWT_SECRET ?? null,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    api: {
      accessTtl: env.ACCESS_TTL,
      refreshTtl: env.REFRESH_TTL,
      rotateRefresh: env.ROTATE_REFRESH === '1',
      pageSize: env.PAGE_SIZE,
      allowedOrigins: env.ALLOWED_ORIGINS ?? null,
    },
  };
}
