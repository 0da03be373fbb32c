import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server, Socket } from 'node:net';

/** Requests that take longer than this to come in and be answered are given up, in milliseconds. */
const patience = 30_000;

/**
 * Follows a server's connections, so that it can be closed without cutting anybody off. To be called before it listens.
 *
 * Node's own `close` waits for every connection that was opened and never used, which is what browsers do to be quick,
 * and `closeIdleConnections` leaves those open as well.
 *
 * @returns a function that takes no more connections, and resolves when every request under way has been answered
 */
export function followConnections(server: Server): () => Promise<void> {
  /** How many requests are under way on each open connection. */
  const underWay = new Map<Socket, number>();
  let isClosing = false;

  function add(socket: Socket, requests: number): void {
    const count = (underWay.get(socket) ?? 0) + requests;
    underWay.set(socket, count);
    if (isClosing && count === 0) socket.destroySoon();
  }

  server.on('connection', (socket: Socket) => {
    add(socket, 0);
    socket.on('close', () => underWay.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    add(socket, 1);
    response.on('close', () => add(socket, -1));
  });

  return async function close() {
    isClosing = true;
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    for (const socket of underWay.keys()) add(socket, 0);
    const deadline = setTimeout(() => {
      for (const socket of underWay.keys()) socket.destroy();
    }, patience);
    await closed;
    clearTimeout(deadline);
  };
}
