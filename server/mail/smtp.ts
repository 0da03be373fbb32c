import nodemailer from 'nodemailer';
import type { Clock } from '../clock.ts';
import { isPostgres } from '../db/dialect.ts';
import type { Db, QueuedMail } from '../db/schema.ts';
import type { Mail } from './mail.ts';

/** Sends emails through a mail server, from a queue in the database. */
export interface SmtpMail extends Mail {
  /** Starts to deliver the queue, and continues until `stop`. */
  start(): void;
  /** Stops once the deliveries in progress have finished. */
  stop(): Promise<void>;
}

/** How many emails are delivered at once, so that one for which the mail server takes long holds up few others. */
const deliveriesAtOnce = 8;
/** After this many failures, more than a day after the first, an email is dropped. */
const maxAttempts = 16;
/** How long an email that one process is delivering is hidden from the others; longer than all timeouts of a delivery. */
const leaseMicros = 180_000_000;
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };
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
  const transport = nodemailer.createTransport({ url, ...timeouts }, { from });
  const stopping = new AbortController();
  const sleepers = new Set<() => void>();
  let running: Promise<unknown> = Promise.resolve();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const email = await take(db, clock() * 1000).catch(outage);
      if (email) await deliver(email);
      else await sleep();
    }
  }

  async function deliver(email: QueuedMail): Promise<void> {
    const { id, recipient, subject, text, attempts } = email;
    try {
      await transport.sendMail({ to: { name: '', address: recipient }, subject, text });
      await insist(() => forget(db, id));
    } catch (error) {
      const isFinal = isRefusal(error) || attempts >= maxAttempts;
      // The email contains a one-time link, so only the reason for the failure is logged.
      log(`mail: email ${id} ${isFinal ? 'dropped' : 'failed'}, attempt ${attempts}: ${reason(error)}`);
      await insist(() => (isFinal ? forget(db, id) : postpone(db, id, (clock() + Math.min(2 ** attempts * 5000, 6 * 3_600_000)) * 1000)));
    }
  }

  /** Repeats a write until the database does it. An email whose delivery is not recorded would be sent again. */
  async function insist(write: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        outage(error);
        if (stopping.signal.aborted) return;
        await sleep();
      }
    }
  }

  function outage(error: unknown): undefined {
    log(`mail: the queue is not available: ${reason(error)}`);
  }

  function sleep(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, idleMilliseconds);
      sleepers.add(wake);
    });
  }

  function wakeAll(): void {
    for (const wake of sleepers) wake();
  }

  return {
    async send({ to, subject, text }, into) {
      await into.insertInto('mail_queue').values({ recipient: to, subject, text, attempts: 0, next_attempt_at: clock() * 1000 }).execute();
      wakeAll();
    },
    start() {
      running = Promise.all(Array.from({ length: deliveriesAtOnce }, () => run()));
    },
    async stop() {
      stopping.abort();
      wakeAll();
      await running;
      transport.close();
    },
  };
}

/**
 * Whether the mail server has refused this email for good (RFC 5321, 4.2.1: 5yz). A refused sender or log-in is a
 * mistake in the settings instead, after which the email can still be delivered.
 */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 500
    && 'command' in error && (error.command === 'RCPT TO' || error.command === 'DATA');
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown';
}

/** Takes the next email that is due, and hides it for a while so that no other process sends it too. */
function take(db: Db, now: number): Promise<QueuedMail | undefined> {
  return db.updateTable('mail_queue')
    .set(({ eb }) => ({ next_attempt_at: now + leaseMicros, attempts: eb('attempts', '+', 1) }))
    .where('next_attempt_at', '<=', now)
    .where('id', '=', (queue) => queue.selectFrom('mail_queue').select('id').where('next_attempt_at', '<=', now).orderBy('next_attempt_at').limit(1)
      .$if(isPostgres(db), (query) => query.forUpdate().skipLocked()))
    .returningAll()
    .executeTakeFirst();
}

async function forget(db: Db, id: number): Promise<void> {
  await db.deleteFrom('mail_queue').where('id', '=', id).execute();
}

async function postpone(db: Db, id: number, until: number): Promise<void> {
  await db.updateTable('mail_queue').set({ next_attempt_at: until }).where('id', '=', id).execute();
}
