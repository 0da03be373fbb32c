// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readApiBase } from '../../../src/http/config.ts';

test('the page names the API’s address, which becomes absolute', () => {
  const page = (content: string | null) => {
    const html = content === null ? '' : `<meta name="api-base" content="${content}">`;
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    Object.defineProperty(parsed, 'baseURI', { value: 'https://admin.example/teams/7/edit' });
    return parsed;
  };
  expect(readApiBase(page('/api'))).toBe('https://admin.example/api');
  expect(readApiBase(page('/api/'))).toBe('https://admin.example/api');
  expect(readApiBase(page('https://api.example/v1/'))).toBe('https://api.example/v1');
  expect(readApiBase(page(''))).toBe('https://admin.example/api');
  expect(readApiBase(page(null))).toBe('https://admin.example/api');
});
