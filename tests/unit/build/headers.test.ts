import { expect, test } from 'vitest';
import { caddyLines, hostingHeaders, nginxLines } from '../../../build/headers.ts';

test('nginx keeps no failure of an asset for a year', () => {
  const { assets } = hostingHeaders('');
  expect(nginxLines(assets)).toContain('add_header Cache-Control "public, max-age=31536000, immutable";');
  expect(nginxLines(assets)).toContain('add_header X-Content-Type-Options "nosniff" always;');
  expect(caddyLines(assets)).toContain('Cache-Control "public, max-age=31536000, immutable"');
});
