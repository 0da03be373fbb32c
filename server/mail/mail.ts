import type { Db } from '../db/schema.ts';

/** A plain text message to one address. */
export interface MailMessage {
  to: string;
  subject: string;
  text: string;
}

/** Where messages go. */
export interface Mail {
  /**
   * Takes a message for delivery. Once this resolves, and the transaction of `db` if it is one is committed, the
   * message is not lost any more.
   */
  send(message: MailMessage, db: Db): Promise<void>;
}
