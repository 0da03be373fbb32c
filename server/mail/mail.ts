import type { Db } from '../db/schema.ts';

/** A plain-text email to one address. */
export interface MailMessage {
  to: string;
  subject: string;
  text: string;
}

/** Sends emails. */
export interface Mail {
  /**
   * Accepts an email for delivery. It cannot get lost once this has resolved and, if `db` is a transaction, that has
   * been committed.
   */
  send(message: MailMessage, db: Db): Promise<void>;
}
