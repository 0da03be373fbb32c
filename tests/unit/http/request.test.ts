// @vitest-environment node
import axios, { type AxiosAdapter } from 'axios';
import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
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

test('without a schema any 2xx will do, but a page is no answer of the API', async () => {
  expect(await request(answering(204, ''), null, { method: 'DELETE', url: '/x/' })).toBeUndefined();
  expect(await request(answering(200, '{"id":1}'), null, { method: 'POST', url: '/x/' })).toBeUndefined();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const portal = answering(200, '<!doctype html>Log in to the guest network', { 'content-type': 'text/html; charset=utf-8' });
  await expect(request(portal, null, { method: 'DELETE', url: '/x/' })).rejects.toMatchObject({ kind: 'contract' });
});

test('failures are ApiErrors', async () => {
  await expect(request(answering(429, '{"detail":"x"}', { 'retry-after': '5' }), null, { url: '/x/' })).rejects.toMatchObject({ kind: 'throttled', retryAfter: 5 });
  const cut = over((config) => Promise.reject(unanswered(config)));
  await expect(request(cut, null, { url: '/x/' })).rejects.toMatchObject({ kind: 'network' });
});
