import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

const loopbackPeer = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const loopbackHost = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|[\w-]+\.localhost)(:\d+)?$/i;
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Whether the request comes from this machine itself: by its socket's peer, whatever headers say. A proxy on this
 * machine is such a peer too, so a request that was passed on does not count; nor does one for another host, which is
 * how a stranger's page would read ours by having its own name resolve to 127.0.0.1.
 */
export function isFromLoopback(c: Context<{ Bindings: Partial<HttpBindings> }>): boolean {
  return loopbackPeer.test(c.env?.incoming?.socket.remoteAddress ?? '')
    && loopbackHost.test(c.req.header('host') ?? '')
    && forwarding.every((name) => c.req.header(name) === undefined);
}
