import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

const loopbackPeer = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const loopbackHost = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|[\w-]+\.localhost)(:\d+)?$/i;
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Whether the request comes from this machine, judged by the socket's peer. That could also be a proxy on this machine,
 * so a forwarded request does not count. Nor does one for another host name: a stranger's page could read ours if its
 * own name resolved to 127.0.0.1 (DNS rebinding).
 */
export function isFromLoopback(c: Context<{ Bindings: Partial<HttpBindings> }>): boolean {
  return loopbackPeer.test(c.env?.incoming?.socket.remoteAddress ?? '')
    && loopbackHost.test(c.req.header('host') ?? '')
    && forwarding.every((name) => c.req.header(name) === undefined);
}
