import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { surviveStrayErrors } from './last-resort.ts';
import { readSettings, type Settings } from './settings.ts';
import { startServer } from './start-server.ts';
import { explainStartupProblem } from './startup-problem.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const spa = { directory: path.join(root, 'dist'), headersFile: path.join(root, 'dist-meta/headers.json') };
const log = (line: string) => console.log(line);

// Every file that the process creates is for its owner only.
process.umask(0o077);

let settings: Settings | null = null;
try {
  settings = readSettings(process.env);
  const server = await startServer(settings, { spa, log });
  surviveStrayErrors(log);
  console.log(`Company admin: ${server.url}`);
  if (server.outboxUrl) console.log(`Mail:          ${server.outboxUrl}`);
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second signal does not wait for requests in progress.
      if (stopping) process.exit(1);
      stopping = true;
      void server.stop().finally(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(explainStartupProblem(error, settings));
  process.exit(1);
}
