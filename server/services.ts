import type { Clock } from './clock.ts';
import type { Db, Micros } from './db/schema.ts';
import type { Mail } from './mail/mail.ts';
import type { OneTimeLinks } from './security/one-time-links.ts';
import type { PasswordHasher } from './security/password-hash.ts';
import type { Tokens } from './security/tokens.ts';

/** The settings that the API itself needs; `settings.ts` has those of the process. */
export interface ApiSettings {
  /** Where people find the SPA; the mailed links begin with it. */
  publicUrl: string;
  /** Signs tokens and mailed links. */
  jwtSecret: string;
  /** Lifetimes of the tokens, in seconds. */
  accessTtl: number;
  refreshTtl: number;
  /** Whether a refresh answers a new refresh token and ends the old one. */
  rotateRefresh: boolean;
  /** Rows a page when the request does not say. */
  pageSize: number;
  /** Origins that may call from a browser; null for those of localhost. */
  allowedOrigins: readonly string[] | null;
}

/** What the handlers work with. */
export interface Services {
  db: Db;
  mail: Mail;
  settings: ApiSettings;
  tokens: Tokens;
  links: OneTimeLinks;
  passwords: PasswordHasher;
  clock: Clock;
  /** The next time stamp. */
  stamp: () => Micros;
}
