import type { ServerType } from '@hono/node-server';

/** How often connections that have become idle are looked for, in milliseconds. */
const interval = 20;

/** Takes no more connections and resolves when every request under way has been answered. */
export async function closeGracefully(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  // A kept-alive connection would be waited for until the browser gives it up.
  const sweep = setInterval(() => {
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  }, interval);
  await closed;
  clearInterval(sweep);
}
