/**
 * `npm run point -- https://api.example.com/api`: points the build at another backend, without
 * building again. The address stands in the page; the copies of the page that were compressed ahead and the
 * headers (which origins the page may talk to) follow from it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { writeHeaders } from '../build/meta-files.ts';
import { writeCompressed } from '../build/precompress.ts';

const page = 'dist/index.html';
const meta = /(<meta\b[^>]*\bname="api-base"[^>]*\bcontent=")[^"]*(")/;
const [address = ''] = process.argv.slice(2);

if (!/^(?:\/|https?:\/\/)[^"<>\s]+$/.test(address)) {
  console.error('Usage: npm run point -- ADDRESS, such as https://api.example.com/api or /api');
  process.exit(2);
}
const html = readFileSync(page, 'utf8');
if (!meta.test(html)) throw new Error(`${page} has no <meta name="api-base">`);
writeFileSync(page, html.replace(meta, (_, before: string, after: string) => before + address + after));
writeCompressed(page);
writeHeaders('dist');
console.log(`The app in dist/ now talks to ${address}`);
