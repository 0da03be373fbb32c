/**
 * `npm run point -- https://api.example.com/api`: points the build at another backend without
 * rebuilding. Writes the address into the page, and updates the precompressed copies of the page
 * and the headers (which origins the page may connect to).
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
