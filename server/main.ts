import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SettingsError, readSettings } from './settings.ts';
import { startServer } from './start-server.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const spa = { directory: path.join(root, 'dist'), headersFile: path.join(root, 'dist-meta/headers.json') };

try {
  const server = await startServer(readSettings(process.env), { spa, log: (line) => console.log(line) });
  console.log(`Company admin: ${server.url}`);
  if (server.outboxUrl) console.log(`Mail:          ${server.outboxUrl}`);
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second signal does not wait for requests in progress.
      if (stopping) process.exit(1);
      stopping = true;
      void server.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(error instanceof SettingsError ? error.message : `The server cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
