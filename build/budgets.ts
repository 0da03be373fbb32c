import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { entryFiles, filesOf, startFiles } from './frame/chunks.ts';
import { framePages } from './frame/pages.ts';

/** What a page may cost at rest: kilobytes (1,000 bytes) of brotli, and requests with those to the API. */
interface Budget {
  script: number;
  requests: number;
}

const list: Budget = { script: 140, requests: 8 };
const budgets: Record<string, Budget> = { login: { script: 130, requests: 8 }, departments: list, members: list };
const cssBudget = 10;

/** What a page asks of the API before it is complete: who is logged in, and its rows (with the names of the departments). */
const apiRequests: Record<string, number> = { departments: 2, members: 3 };

/** A page as it was built: its name and its scripts. */
export interface PageWeight {
  name: string;
  files: string[];
}

/**
 * Compares the pages with what they may cost.
 *
 * @param kilo the compressed size of a file in kilobytes
 * @param css that of the styles
 * @param fonts the font files of the build: there may be none
 * @returns one sentence for each excess
 */
export function excesses(pages: readonly PageWeight[], kilo: (file: string) => number, css: number, fonts: readonly string[]): string[] {
  const found = fonts.map((file) => `${file} is a font file: the system's fonts are used`);
  if (css > cssBudget) found.push(`The styles are ${css.toFixed(1)} kB; they may be ${cssBudget}`);
  for (const { name, files } of pages) {
    const budget = budgets[name];
    if (!budget) continue;
    const script = sum(files.map(kilo));
    const requests = 1 + files.length + (apiRequests[name] ?? 0);
    if (script > budget.script) found.push(`The page "${name}" loads ${script.toFixed(1)} kB of script; it may load ${budget.script}`);
    if (requests > budget.requests) found.push(`The page "${name}" makes ${requests} requests; it may make ${budget.requests}`);
  }
  return found;
}

/** Fails the build when a page weighs more than it may. Stands behind `precompress`, whose files it weighs. */
export function weighPages(): Plugin {
  let outDir = 'dist';
  let pages: PageWeight[] = [];
  let fonts: string[] = [];
  return {
    name: 'budgets',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    generateBundle(_options, bundle) {
      const always = [...entryFiles(bundle), ...startFiles(bundle)];
      const names = [...new Set(framePages.map(({ name }) => name))];
      pages = names.map((name) => ({ name, files: [...always, ...filesOf(framePages.find((page) => page.name === name)?.modules ?? [], bundle)] }));
      fonts = Object.keys(bundle).filter((file) => /\.(?:woff2?|ttf|otf|eot)$/.test(file));
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        // A bundle that failed leaves no page; its own error is the one to read.
        if (!existsSync(join(outDir, 'index.html'))) return;
        const kilo = (file: string) => statSync(join(outDir, `${file}.br`)).size / 1000;
        const html = readFileSync(join(outDir, 'index.html'), 'utf8');
        const css = brotliCompressSync([...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map(([, text]) => text).join('\n')).length / 1000;
        this.info(`kB of script: ${pages.map(({ name, files }) => `${name} ${sum(files.map(kilo)).toFixed(1)}`).join(', ')}; styles ${css.toFixed(1)}`);
        const found = excesses(pages, kilo, css, fonts);
        if (found.length > 0) this.error(`Over budget (docs/performance.md says why these):\n${found.join('\n')}`);
      },
    },
  };
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
