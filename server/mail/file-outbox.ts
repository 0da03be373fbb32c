import { randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Mail } from './mail.ts';

/** Writes each email to a folder as an `.eml` file: for trying things without a mail server. */
export function createFileOutbox(directory: string, from: string): Mail {
  return {
    async send({ to, subject, text }) {
      const message = await new MailComposer({ from, to: { name: '', address: to }, subject, text }).compile().build();
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const name = path.join(directory, `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`);
      // A program that watches the folder for .eml files only sees complete ones.
      const file = await open(`${name}.tmp`, 'wx', 0o600);
      try {
        await file.writeFile(message);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${name}.tmp`, `${name}.eml`);
    },
  };
}
