import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import PostalMime from 'postal-mime';

/** An email in the outbox folder. */
export interface StoredMail {
  to: string;
  subject: string;
  text: string;
  date: Date;
}

/** Reads the newest emails of an outbox folder, newest first; none when the folder does not exist yet. */
export async function readOutbox(directory: string, most: number): Promise<StoredMail[]> {
  const names = await readdir(directory).catch(() => []);
  const files = await Promise.all(names.filter((name) => name.endsWith('.eml')).map(async (name) => {
    const file = path.join(directory, name);
    return { file, date: (await stat(file)).mtime };
  }));
  const newest = files.sort((one, other) => other.date.getTime() - one.date.getTime() || other.file.localeCompare(one.file)).slice(0, most);
  return Promise.all(newest.map(async ({ file, date }) => {
    const message = await PostalMime.parse(await readFile(file));
    return {
      to: (message.to ?? []).map(({ address }) => address ?? '').join(', '),
      subject: message.subject ?? '',
      text: (message.text ?? '').trimEnd(),
      date,
    };
  }));
}
