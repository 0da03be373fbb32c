import { AxiosError, CanceledError, type AxiosAdapter, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import { settled, unanswered } from '../fake-responses.ts';
import { json, type Answer, type TokenServer } from './token-server.ts';
import type { VirtualClock } from './virtual-clock.ts';

/**
 * `lost`: the server acts but its response never arrives; `hang`: no response at all; `page 401`: a proxy wants a log-in of
 * its own; `for a day`: throttled with a Retry-After of a day; `empty`, `bare`: a refresh that returns 200 with `{}`, or with a
 * token without an expiry; `400`, `403`, `404`: a refresh that the API refuses, but not the token.
 */
export type Weather = 'fine' | 'slow' | 'offline' | 'lost' | 'hang' | '500' | '429' | 'for a day' | 'html' | 'page 401' | 'empty' | 'bare' | '400' | '403' | '404';

const refusals: Partial<Record<Weather, Answer>> = {
  '400': json(400, { detail: 'JSON parse error - Expecting value' }),
  '403': json(403, { detail: 'You do not have permission to perform this action.' }),
  '404': json(404, { detail: 'Not found.' }),
  empty: json(200, {}),
  bare: json(200, { access: 'e30.e30.c2ln' }),
};

/** One request on its way. */
export interface Sent {
  tab: string;
  url: URL;
  path: string;
  /** The access token in its header, or the token in its body. */
  token: string | null;
  /** The caller's own mark. */
  call: string | null;
  at: number;
  /** How it ended for the tab: a status, or what went wrong. Null while it is under way. */
  outcome: number | 'network' | 'timeout' | 'aborted' | null;
  endedAt: number;
  /** The server accepted it, and the response arrived. */
  granted: boolean;
}

/** Requests of all tabs to the one server, with delays and faults. */
export class FakeNetwork {
  weather: Weather = 'fine';
  readonly sent: Sent[] = [];
  onSend: (sent: Sent) => void = () => {};
  onEnd: (sent: Sent) => void = () => {};
  readonly #clock: VirtualClock;
  readonly #server: TokenServer;

  constructor(clock: VirtualClock, server: TokenServer) {
    this.#clock = clock;
    this.#server = server;
  }

  adapter(tab: string, deliver: (run: () => void) => void): AxiosAdapter {
    return (config) =>
      new Promise<AxiosResponse>((resolve, reject) => {
        const sent = this.#note(tab, config);
        const end = (outcome: Sent['outcome'], finish: () => void) => {
          if (sent.outcome !== null) return;
          sent.outcome = outcome;
          sent.endedAt = this.#clock.time;
          this.onEnd(sent);
          finish();
        };
        const answer = (given: Answer) => end(given.status, () => deliver(() => finishWith(config, given, resolve, reject)));
        const cut = () => end('network', () => deliver(() => reject(unanswered(config))));
        if (config.signal instanceof AbortSignal) {
          const abort = () => end('aborted', () => reject(new CanceledError(undefined, config)));
          if (config.signal.aborted) return abort();
          config.signal.addEventListener('abort', abort);
        }
        this.#clock.after(config.timeout ?? 30_000, () => end('timeout', () => deliver(() => reject(new AxiosError('timeout', 'ETIMEDOUT', config)))));
        this.#carry(sent, config, answer, cut);
      });
  }

  #carry(sent: Sent, config: InternalAxiosRequestConfig, answer: (given: Answer) => void, cut: () => void): void {
    const { weather } = this;
    const ask = () => this.#server.handle(sent.path, bodyOf(config), authorizationOf(config));
    const later = (ms: number, run: () => void) => this.#clock.after(ms, run);
    const refusal = sent.path.endsWith('/refresh/') ? refusals[weather] : undefined;
    if (weather === 'hang') return;
    if (weather === 'offline') later(1, cut);
    else if (weather === 'lost') later(20, () => (ask(), later(20, cut)));
    else if (weather === '500') later(20, () => answer({ status: 500, body: '<h1>Server Error (500)</h1>', headers: { 'content-type': 'text/html' } }));
    else if (weather === '429') later(20, () => answer(json(429, { detail: 'Request was throttled. Expected available in 5 seconds.' }, { 'retry-after': '5' })));
    else if (weather === 'html') later(20, () => answer({ status: 200, body: '<!doctype html><h1>Welcome</h1>', headers: { 'content-type': 'text/html' } }));
    else if (weather === 'page 401') later(20, () => answer({ status: 401, body: '<h1>Log in to the proxy</h1>', headers: { 'content-type': 'text/html' } }));
    else if (weather === 'for a day') later(20, () => answer(json(429, { detail: 'Too many requests.' }, { 'retry-after': '86400' })));
    else if (refusal !== undefined) later(20, () => answer(refusal));
    else later(weather === 'slow' ? 4000 : 20, () => later(weather === 'slow' ? 4000 : 20, ((given) => () => grant(sent, given, answer))(ask())));
  }

  #note(tab: string, config: InternalAxiosRequestConfig): Sent {
    const url = new URL(`${config.baseURL}${config.url}`);
    const { refresh, token } = bodyOf(config);
    const sent: Sent = {
      tab,
      url,
      path: url.pathname.replace('/api', ''),
      token: authorizationOf(config)?.replace('JWT ', '') ?? ((refresh ?? token ?? null) as string | null), // the client sends only text there
      call: (config.headers.get('x-call') as string | undefined) ?? null, // set by the test itself
      at: this.#clock.time,
      outcome: null,
      endedAt: Number.NaN,
      granted: false,
    };
    this.sent.push(sent);
    this.onSend(sent);
    return sent;
  }
}

function grant(sent: Sent, given: Answer, answer: (given: Answer) => void): void {
  sent.granted = given.status === 200 && sent.outcome === null;
  answer(given);
}

function finishWith(config: InternalAxiosRequestConfig, { status, body, headers }: Answer, resolve: (response: AxiosResponse) => void, reject: (error: unknown) => void): void {
  try {
    const response = settled(config, status, body, headers);
    // axios's own adapters leave the parsing of JSON to transformResponse, which runs after this.
    resolve(response);
  } catch (error) {
    reject(error);
  }
}

function bodyOf(config: InternalAxiosRequestConfig): Record<string, unknown> {
  // the client sends objects as JSON
  return typeof config.data === 'string' && config.data.startsWith('{') ? (JSON.parse(config.data) as Record<string, unknown>) : {};
}

function authorizationOf(config: InternalAxiosRequestConfig): string | null {
  const value = config.headers.get('Authorization');
  return typeof value === 'string' ? value : null;
}
