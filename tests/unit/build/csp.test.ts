import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { apiOrigin, contentSecurityPolicy, inlineHashes } from '../../../build/csp.ts';

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('what is inline in a page', () => {
  test('scripts and styles are hashed byte for byte, each once', () => {
    const html = `<style>\n a{} </style><script>let a = 1;</script><script type="module">b()</script><script>let a = 1;</script>`;
    expect(inlineHashes(html)).toEqual({ scripts: [sha('let a = 1;'), sha('b()')], styles: [sha('\n a{} ')] });
  });

  test('a script from a file and a block of data need no hash', () => {
    const html = `<script type="module" crossorigin src="/a.js"></script><script type="application/json">{}</script>`;
    expect(inlineHashes(html)).toEqual({ scripts: [], styles: [] });
  });
});

describe('where the API is', () => {
  test.each([
    ['<meta name="api-base" content="/api" />', null],
    ['<meta content="https://api.example.com:8443/v1" name="api-base">', 'https://api.example.com:8443'],
    ['<p>no meta</p>', null],
  ])('%s', (html, origin) => {
    expect(apiOrigin(html)).toBe(origin);
  });

  test('another origin may be talked to, and none else', () => {
    const csp = contentSecurityPolicy({ scripts: [], styles: [] }, 'https://api.example.com');
    expect(csp).toContain("connect-src 'self' https://api.example.com;");
    expect(contentSecurityPolicy({ scripts: [], styles: [] }, null)).toContain("connect-src 'self';");
  });
});
