import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Limits for clients that are slow or only pretend to be one, in milliseconds. */
export const connectionLimits = {
  /** A connection that has sent no complete head is closed after this, … */
  headersTimeout: 10_000,
  /** … and one that has sent no complete body after this. Valid ones have a few hundred bytes. */
  requestTimeout: 20_000,
  /** How often both are checked. */
  connectionsCheckingInterval: 2000,
  /** A browser reuses a connection within this time. */
  keepAliveTimeout: 15_000,
};

/** How many connections may be open at once. */
const maxConnections = 2000;

/** A connection on which nothing moves is closed after this, such as one whose client does not read its response. */
const stalled = 60_000;

/** How long a server that is closing waits for requests in progress, in milliseconds. */
const patience = 30_000;

/**
 * Limits a server's connections and tracks them, so that it can close without cutting off a request. To be called
 * before it listens.
 *
 * Node's own `close` waits for connections that were opened and never used, as browsers do to save time later, and
 * `closeIdleConnections` leaves those open too.
 *
 * @returns a function that refuses new connections and resolves when every request in progress has its response
 */
export function followConnections(server: Server): () => Promise<void> {
  /** The number of requests in progress on each open connection. */
  const inProgress = new Map<Socket, number>();
  let isClosing = false;

  function add(socket: Socket, requests: number): void {
    const count = (inProgress.get(socket) ?? 0) + requests;
    inProgress.set(socket, count);
    if (isClosing && count === 0) socket.destroySoon();
  }

  server.maxConnections = maxConnections;
  server.timeout = stalled;
  server.on('connection', (socket: Socket) => {
    add(socket, 0);
    socket.on('close', () => inProgress.delete(socket));
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
    for (const socket of inProgress.keys()) add(socket, 0);
    const deadline = setTimeout(() => {
      for (const socket of inProgress.keys()) socket.destroy();
    }, patience);
    await closed;
    clearTimeout(deadline);
  };
}
