import type { Background } from './background.ts';
import type { Clock } from './clock.ts';
import type { Db, Micros } from './db/schema.ts';
import type { Mail } from './mail/mail.ts';
import type { OneTimeLinks } from './security/one-time-links.ts';
import type { PasswordHasher } from './security/password-hash.ts';
import type { Tokens } from './security/tokens.ts';
import type { Settings } from './settings.ts';

/** The settings that the API itself needs, with the defaults that only a running server knows filled in. */
export interface ApiSettings extends Pick<Settings, 'accessTtl' | 'refreshTtl' | 'rotateRefresh' | 'pageSize' | 'allowedOrigins'> {
  publicUrl: string;
  jwtSecret: string;
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
  background: Background;
  /** Returns the next timestamp. */
  stamp: () => Micros;
}
