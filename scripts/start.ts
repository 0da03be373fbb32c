/** `npm start`: builds the SPA if it is missing or older than its sources, then starts the server. */
import { buildIfStale } from './build-if-stale.ts';

buildIfStale();
// In this process, not in a child, so that a SIGTERM reaches the server.
await import('../server/main.ts');
