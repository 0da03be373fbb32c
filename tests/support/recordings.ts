import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxiosAdapter, InternalAxiosRequestConfig } from 'axios';
import { settled } from './fake-responses.ts';

/** One recorded exchange of a real server. */
export interface Exchange {
  about?: string;
  request: { method: string; path: string; body?: unknown };
  response: { status: number; headers: Record<string, string>; body: unknown };
}

/** The exchanges of a recording, as `page/departments`. */
export function recording(name: string): Exchange[] {
  // the files are kept beside the tests and are of this form
  const { exchanges } = JSON.parse(readFileSync(`tests/support/flavours/${name}.json`, 'utf8')) as { exchanges: Exchange[] };
  return exchanges;
}

/** The JSON of every refusal in the scenarios and the flavours. In the scenarios parts of it stand for any text. */
export function recordedRefusals(): { status: number; body: unknown }[] {
  const steps = jsonIn('tests/server/scenarios').flatMap((scenario) => (scenario as { steps: { expect?: Exchange['response'] }[] }).steps.map(({ expect }) => expect)); // their form
  const exchanges = jsonIn('tests/support/flavours').flatMap((flavour) => (flavour as { exchanges: Exchange[] }).exchanges.map(({ response }) => response)); // their form
  return [...steps, ...exchanges].flatMap((response) => (response && response.status >= 400 && typeof response.body === 'object' && response.body !== null ? [response] : []));
}

function jsonIn(folder: string): unknown[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  return files.map((file): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

/** An adapter that replays a recording, and the paths that were requested. The order of parameters does not matter. */
export function replaying(exchanges: Exchange[]): { adapter: AxiosAdapter; asked: string[] } {
  const asked: string[] = [];
  const adapter: AxiosAdapter = async (config) => {
    const path = pathOf(config);
    asked.push(path);
    const found = exchanges.find(({ request }) => request.method === config.method?.toUpperCase() && sorted(request.path) === sorted(path));
    if (!found) throw new Error(`nothing recorded for ${path}`);
    return settled(config, found.response.status, JSON.stringify(found.response.body), found.response.headers);
  };
  return { adapter, asked };
}

function pathOf(config: InternalAxiosRequestConfig): string {
  // a list's parameters are always URLSearchParams
  const query = String((config.params as URLSearchParams | undefined) ?? '');
  return new URL(`${config.baseURL}${config.url}`).pathname + (query === '' ? '' : `?${query}`);
}

function sorted(path: string): string {
  const url = new URL(path, 'http://here.invalid');
  url.searchParams.sort();
  return url.pathname + url.search;
}
