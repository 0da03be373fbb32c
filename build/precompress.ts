import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { filesUnder } from './files.ts';

const compressible = /\.(?:html|js|css|svg|json|webmanifest|txt|xml|ico)$/;

/**
 * Writes a `.br` and a `.gz` beside every text file of the build, at the highest levels: a static
 * host then sends the smallest bytes there are without spending any time on them.
 */
export function precompress(): Plugin {
  let outDir = 'dist';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const file of filesUnder(outDir)) {
          if (compressible.test(file)) writeCompressed(file);
        }
      },
    },
  };
}

/**
 * Writes the `.br` and the `.gz` of one file.
 *
 * @param file its path
 */
export function writeCompressed(file: string): void {
  const bytes = readFileSync(file);
  // Always both, even where a tiny file grows by a few bytes: the nginx sample promises the
  // encoding by the file's kind, without a look at what lies beside it.
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  );
}
