/**
 * `npm run analyze`: what each file of the build consists of, largest first. Sizes are of minified code; the brotli size of the
 * file is divided among its parts in proportion to how well each compresses on its own. `-- FILE` shows the modules of one file.
 */
import { brotliCompressSync } from 'node:zlib';
import { build, minifySync, type Rolldown } from 'vite';
import viteConfig from '../vite.config.ts';

type Chunk = Rolldown.OutputChunk;

const [asked] = process.argv.slice(2);
// These plugins work on the written files, and nothing is written here.
const notHere = new Set(['precompress', 'meta-files', 'budgets']);

// Reading the pages would make this a build for development.
process.env['NODE_ENV'] = 'production';
const config = await viteConfig({ command: 'build', mode: 'production' });
const result = await build({
  ...config,
  configFile: false,
  logLevel: 'error',
  plugins: (config.plugins ?? []).flat().filter((plugin) => !(plugin && 'name' in plugin && notHere.has(plugin.name))),
  build: { ...config.build, write: false },
});
const output = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
const chunks = output.filter((file) => file.type === 'chunk');

for (const chunk of chunks.filter(({ name }) => asked === undefined || name === asked).sort((a, b) => b.code.length - a.code.length)) {
  const size = brotli(chunk.code);
  console.log(`\n${chunk.fileName}  ${kilo(chunk.code.length)} kB, ${kilo(size)} kB br`);
  for (const [name, share] of partsOf(chunk, size).slice(0, asked === undefined ? 12 : 200)) console.log(`${kilo(share).padStart(8)}  ${name}`);
}

function partsOf({ modules }: Chunk, size: number): [string, number][] {
  const weights = new Map<string, number>();
  for (const [id, { code }] of Object.entries(modules)) {
    if (!code) continue;
    const name = asked === undefined ? packageOf(id) : id.replace(/^.*\/(?=node_modules\/|src\/)/, '');
    weights.set(name, (weights.get(name) ?? 0) + brotli(minifySync('module.js', code, { compress: { treeshake: false, unused: false } as never, mangle: true }).code));
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return [...weights].map(([name, weight]): [string, number] => [name, (weight / total) * size]).sort(([, a], [, b]) => b - a);
}

function packageOf(id: string): string {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id) ?? [];
  return name ?? /src\/(?:features\/)?[^/]+/.exec(id)?.[0] ?? id;
}

function brotli(text: string): number {
  return brotliCompressSync(text).length;
}

function kilo(bytes: number): string {
  return (bytes / 1000).toFixed(2);
}
