import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { apiOrigin, contentSecurityPolicy, inlineHashes } from './csp.ts';
import { filesUnder, metaDir } from './files.ts';
import { caddyLines, hostingHeaders, nginxLines } from './headers.ts';
import { sourcesHash } from './sources.ts';

/**
 * Writes what a host needs to know about the build and the public does not (`dist-meta/`):
 * `headers.json` for the reference server, the same headers as `nginx/*.conf` and
 * `caddy/*.conf` for the samples in `deploy/`, Vite's manifest, and the stamp of the sources.
 */
export function metaFiles(): Plugin {
  let outDir = 'dist';
  return {
    name: 'meta-files',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        writeMeta(outDir);
      },
    },
  };
}

function writeMeta(outDir: string): void {
  // A bundle that failed leaves no page; its own error is the one to read.
  if (!existsSync(join(outDir, 'index.html'))) return;
  rmSync(metaDir, { recursive: true, force: true });
  writeHeaders(outDir);
  renameSync(join(outDir, '.vite', 'manifest.json'), join(metaDir, 'manifest.json'));
  rmSync(join(outDir, '.vite'), { recursive: true });
  writeFileSync(join(metaDir, 'sources'), sourcesHash());
}

/**
 * Writes the headers of a build as it is now: what is inline in its pages and the API's address decide.
 *
 * @param outDir the folder of the build
 */
export function writeHeaders(outDir: string): void {
  const pages = filesUnder(outDir)
    .filter((file) => file.endsWith('.html'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const headers = hostingHeaders(contentSecurityPolicy(inlineHashes(pages), apiOrigin(pages)));

  mkdirSync(join(metaDir, 'nginx'), { recursive: true });
  mkdirSync(join(metaDir, 'caddy'), { recursive: true });
  writeFileSync(join(metaDir, 'headers.json'), `${JSON.stringify(headers, null, 2)}\n`);
  for (const [kind, ofKind] of Object.entries(headers)) {
    writeFileSync(join(metaDir, 'nginx', `${kind}.conf`), nginxLines(ofKind));
    writeFileSync(join(metaDir, 'caddy', `${kind}.conf`), caddyLines(ofKind));
  }
}
