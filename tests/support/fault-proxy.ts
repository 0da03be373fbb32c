import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What happens to a request instead of, or besides, being passed on. */
export interface Fault {
  /** Which requests: a part of `METHOD path`. */
  on: string;
  /** How many of them; every one without. */
  times?: number;
  /** `cut`: the connection breaks. `lost`: the server does its work, the answer breaks. `answer`: something else comes back. `hold`: it waits until the faults are cleared. */
  as: 'cut' | 'lost' | 'delay' | 'answer' | 'hold';
  /** Milliseconds before it is passed on (`delay`) or broken. */
  ms?: number;
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** Where the browser is told to report what breaks a page's Content-Security-Policy; the reports are among `seen`. */
export const violationReports = '/csp-violations';

/** A proxy between the browser and the server, with which a test makes the network fail. */
export interface FaultProxy {
  url: string;
  /** The requests that came by, oldest first, with what was answered: `POST /api/auth/jwt/refresh/ 200`. */
  seen: { line: string; authorization: string | undefined; body: string }[];
  add(fault: Fault): void;
  clear(): void;
  close(): Promise<void>;
}

/** Starts a proxy on a free port in front of `target` (`http://localhost:PORT`). */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  let faults: Fault[] = [];
  const held: (() => void)[] = [];
  const seen: FaultProxy['seen'] = [];
  const server: Server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = Buffer.concat(await incoming.toArray());
    const line = `${incoming.method} ${incoming.url}`;
    const entry = { line, authorization: incoming.headers.authorization, body: body.toString() };
    seen.push(entry);
    const fault = take(line);
    if (fault?.ms !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.ms));
    if (fault?.as === 'hold') await new Promise<void>((resolve) => held.push(resolve));
    if (fault?.as === 'cut') return void outgoing.destroy();
    if (fault?.as === 'answer') {
      entry.line += ` ${fault.status ?? 500}`;
      outgoing.writeHead(fault.status ?? 500, { 'content-type': 'text/html', ...fault.headers }).end(fault.body ?? '<html><h1>Bad gateway</h1></html>');
      return;
    }
    const answer = await passOn(target, incoming, body);
    entry.line += ` ${answer.statusCode}`;
    if (fault?.as === 'lost') {
      await answer.toArray(); // the server has done its work by then
      return void outgoing.destroy();
    }
    const policy = answer.headers['content-security-policy'];
    if (policy !== undefined) answer.headers['content-security-policy'] = `${String(policy)}; report-uri ${violationReports}`;
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  }

  function take(line: string): Fault | undefined {
    const fault = faults.find(({ on, times }) => line.includes(on) && times !== 0);
    if (fault?.times !== undefined) fault.times -= 1;
    return fault;
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server has this kind of address
  return {
    url: `http://localhost:${port}`,
    seen,
    add: (fault) => void faults.unshift({ ...fault }),
    clear() {
      faults = [];
      for (const release of held.splice(0)) release();
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function passOn(target: string, incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  const outgoing = forward(new URL(incoming.url ?? '/', target), { method: incoming.method, headers: incoming.headers, agent: false });
  outgoing.end(body);
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage]; // what node emits
  return answer;
}
