import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';
import { entryFiles, filesOf, startFiles } from './chunks.ts';
import { explainFiles, type ModuleGraph } from './import-chains.ts';
import type { BuildPage } from './read-pages.ts';

const cssBudget = 10;

/** A page as it was built. */
export interface PageWeight extends Pick<BuildPage, 'name' | 'build' | 'modules'> {
  /** The files that every page loads. */
  always: readonly string[];
  /** Those that this one loads besides. */
  files: readonly string[];
}

/**
 * Compares the pages with their budgets.
 *
 * @param kilo the compressed size of a file in kilobytes
 * @param graph the build, to explain an excess by
 * @returns one paragraph for each excess
 */
export function excesses(pages: readonly PageWeight[], kilo: (file: string) => number, graph: ModuleGraph): string[] {
  return pages.flatMap(({ name, build, modules, always, files }) => {
    const count = always.length + files.length;
    const script = scriptOf({ always, files }, kilo);
    const found = [
      ...(script > build.script ? [`loads ${script.toFixed(1)} kB of script; its budget is ${build.script}`] : []),
      ...(count > build.files ? [`loads ${count} files; its budget is ${build.files}`] : []),
    ];
    if (found.length === 0) return [];
    const heaviestFirst = [...files].sort((a, b) => kilo(b) - kilo(a));
    const reasons = explainFiles(modules, heaviestFirst, graph).map((reason, index) => `${kilo(heaviestFirst[index] ?? '').toFixed(1)} kB ${reason}`);
    return [[...found.map((excess) => `The page "${name}" ${excess}`), `Besides the ${scriptOf({ always, files: [] }, kilo).toFixed(1)} kB of every page:`, ...reasons].join('\n')];
  });
}

/** Fails the build when a page weighs more than its budget. Runs after `precompress`, whose files it weighs. */
export function weighPages(pages: readonly BuildPage[]): Plugin {
  let root = '.';
  let outDir = 'dist';
  let weights: PageWeight[] = [];
  let graph: ModuleGraph = { imports: new Map(), files: new Map() };
  let fonts: string[] = [];
  return {
    name: 'budgets',
    apply: 'build',
    configResolved(config) {
      ({ root } = config);
      ({ outDir } = config.build);
    },
    generateBundle(_options, bundle) {
      const always = [...entryFiles(bundle), ...startFiles(bundle)];
      weights = pages.map((page) => ({ ...page, always, files: filesOf(page.modules, bundle) }));
      graph = graphOf(this, bundle, root);
      fonts = Object.keys(bundle).filter((file) => /\.(?:woff2?|ttf|otf|eot)$/.test(file));
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        // A bundle that failed leaves no page; its own error is the one to read.
        if (!existsSync(join(outDir, 'index.html'))) return;
        const kilo = (file: string) => statSync(join(outDir, `${file}.br`)).size / 1000;
        const css = stylesOf(readFileSync(join(outDir, 'index.html'), 'utf8'));
        this.info(`kB of script: ${weights.map((page) => `${page.name} ${scriptOf(page, kilo).toFixed(1)}`).join(', ')}; styles ${css.toFixed(1)}`);
        const found = excesses(weights, kilo, graph);
        if (css > cssBudget) found.push(`The styles are ${css.toFixed(1)} kB; their budget is ${cssBudget}`);
        found.push(...fonts.map((file) => `${file} is a font file: the system's fonts are used`));
        if (found.length > 0) this.error(`Over budget (src/app/pages.ts has the pages' budgets, docs/performance.md the reasons):\n${found.join('\n\n')}`);
      },
    },
  };
}

const scriptOf = ({ always, files }: Pick<PageWeight, 'always' | 'files'>, kilo: (file: string) => number) =>
  [...always, ...files].reduce((total, file) => total + kilo(file), 0);

/** The compressed size of the styles in a document, in kilobytes. */
const stylesOf = (html: string) =>
  brotliCompressSync([...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map(([, text]) => text).join('\n')).length / 1000;

function graphOf(context: Rolldown.PluginContext, bundle: Rolldown.OutputBundle, root: string): ModuleGraph {
  const pathOf = (id: string) => relative(root, id);
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  return {
    imports: new Map([...context.getModuleIds()].map((id) => [pathOf(id), context.getModuleInfo(id)?.importedIds.map(pathOf) ?? []])),
    files: new Map(chunks.map(({ fileName, modules }) => [fileName, new Map(Object.entries(modules).map(([id, { renderedLength }]) => [pathOf(id), renderedLength]))])),
  };
}
