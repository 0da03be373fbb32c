// @vitest-environment node
import axios, { type AxiosAdapter } from 'axios';
import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { passwordSetSchema } from '../../../src/contract/auth.ts';
import { request } from '../../../src/http/request.ts';
import { settled, unanswered } from '../../support/fake-responses.ts';

const over = (adapter: AxiosAdapter) => axios.create({ baseURL: 'http://localhost/api', adapter });
const answering = (status: number, body: string, headers?: Record<string, string>) => over(async (config) => settled(config, status, body, headers));

test('parses the answer by the contract', async () => {
  const schema = z.object({ name: z.string() });
  expect(await request(answering(200, '{"name":"Sales","extra":1}'), schema, { url: '/x/' })).toEqual({ name: 'Sales' });
});

test('an answer outside the contract names the field to the developer, and nothing of people', async () => {
  const heard = vi.spyOn(console, 'error').mockImplementation(() => {});
  const schema = z.object({ results: z.array(z.object({ id: z.int() })) });
  const call = request(answering(200, '{"results":[{"id":"secret-name"}]}'), schema, { url: '/departments/?search=ada' });
  await expect(call).rejects.toMatchObject({ kind: 'contract', status: 200 });
  expect(heard).toHaveBeenCalledOnce();
  expect(String(heard.mock.calls[0])).toContain('results.0.id');
  expect(String(heard.mock.calls[0])).not.toMatch(/secret-name|ada/);
});

const strangers = ['', 'OK', 'null', 'true', '<!doctype html>Log in to the guest network'];

test('where the contract says 204, nothing else means that it was done', async () => {
  expect(await request(answering(204, ''), null, { method: 'DELETE', url: '/x/' })).toBeUndefined();
  for (const body of strangers) {
    await expect(request(answering(200, body), null, { method: 'DELETE', url: '/x/' }), body).rejects.toMatchObject({ kind: 'unavailable', status: 200 });
  }
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await expect(request(answering(200, '{"ok":true}'), null, { method: 'DELETE', url: '/x/' })).rejects.toMatchObject({ kind: 'contract' });
});

test('where it says JSON, anything else is not the API’s', async () => {
  for (const body of strangers) {
    await expect(request(answering(200, body), z.object({ name: z.string() }), { url: '/x/' }), body).rejects.toMatchObject({ kind: 'unavailable' });
  }
});

test('a password that was set by link: any 2xx without a body or with an object', async () => {
  const set = (status: number, body: string) => request(answering(status, body), passwordSetSchema, { method: 'POST', url: '/x/' });
  for (const [status, body] of [[204, ''], [200, ''], [200, '{"id":1}'], [201, '{}']] as const) await set(status, body);
  for (const body of strangers.slice(1)) await expect(set(200, body), body).rejects.toMatchObject({ kind: 'unavailable' });
});

test('failures are ApiErrors', async () => {
  await expect(request(answering(429, '{"detail":"x"}', { 'retry-after': '5' }), null, { url: '/x/' })).rejects.toMatchObject({ kind: 'throttled', retryAfter: 5 });
  const cut = over((config) => Promise.reject(unanswered(config)));
  await expect(request(cut, null, { url: '/x/' })).rejects.toMatchObject({ kind: 'network' });
});
