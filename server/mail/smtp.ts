import nodemailer from 'nodemailer';
import type { Clock } from '../clock.ts';
import type { Db, QueuedMail } from '../db/schema.ts';
import type { Mail } from './mail.ts';

/** Sends emails through a mail server, from a queue in the database. */
export interface SmtpMail extends Mail {
  /** Starts to deliver the queue, and continues until `stop`. */
  start(): void;
  /** Stops once the delivery in progress has finished. */
  stop(): Promise<void>;
}

/** After this many failures, more than a day after the first, an email is dropped. */
const maxAttempts = 16;
/** How long an email that one process is delivering is hidden from the others. */
const leaseMicros = 120_000_000;
const idleMilliseconds = 2000;

interface SmtpParts {
  db: Db;
  url: string;
  from: string;
  clock: Clock;
  log: (line: string) => void;
}

/**
 * Sends emails through an SMTP server. An email is a row, written in the transaction that it belongs to and delivered
 * later. So a request neither waits for the mail server nor reveals by its duration whether there was anything to send,
 * and no email is lost when the mail server is down or the process crashes.
 */
export function createSmtpMail({ db, url, from, clock, log }: SmtpParts): SmtpMail {
  const transport = nodemailer.createTransport({ url, connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 30_000 }, { from });
  const stopping = new AbortController();
  let wake = () => {};
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const message = await take(db, clock() * 1000).catch((error: unknown) => {
        log(`mail: the queue cannot be read: ${String(error)}`);
        return undefined;
      });
      if (message) await deliver(message);
      else await sleep();
    }
  }

  async function deliver({ id, recipient, subject, text, attempts }: QueuedMail): Promise<void> {
    try {
      await transport.sendMail({ to: { name: '', address: recipient }, subject, text });
      await forget(db, id);
    } catch (error) {
      // The email contains a one-time link, so only the reason for the failure is logged.
      log(`mail: message ${id} failed, attempt ${attempts}: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}`);
      if (attempts >= maxAttempts) await forget(db, id);
      else await postpone(db, id, (clock() + Math.min(2 ** attempts * 5000, 6 * 3_600_000)) * 1000);
    }
  }

  function sleep(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, idleMilliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    async send({ to, subject, text }, into) {
      await into.insertInto('mail_queue').values({ recipient: to, subject, text, attempts: 0, next_attempt_at: clock() * 1000 }).execute();
      wake();
    },
    start() {
      running = run();
    },
    async stop() {
      stopping.abort();
      wake();
      await running;
      transport.close();
    },
  };
}

/** Takes the next email that is due, and hides it for a while so that no other process sends it too. */
function take(db: Db, now: number): Promise<QueuedMail | undefined> {
  return db.updateTable('mail_queue')
    .set(({ eb }) => ({ next_attempt_at: now + leaseMicros, attempts: eb('attempts', '+', 1) }))
    .where('next_attempt_at', '<=', now)
    .where('id', '=', (queue) => queue.selectFrom('mail_queue').select('id').where('next_attempt_at', '<=', now).orderBy('next_attempt_at').limit(1))
    .returningAll()
    .executeTakeFirst();
}

async function forget(db: Db, id: number): Promise<void> {
  await db.deleteFrom('mail_queue').where('id', '=', id).execute();
}

async function postpone(db: Db, id: number, until: number): Promise<void> {
  await db.updateTable('mail_queue').set({ next_attempt_at: until }).where('id', '=', id).execute();
}
