import { runnerImport, type Plugin } from 'vite';
import type * as table from '../src/app/pages.ts';
import type { AppPage } from '../src/app/pages.ts';
import { filesUnder } from './files.ts';

/** A page of `src/app/pages.ts` as the build sees it. Modules are paths from the project's root. */
export interface BuildPage extends Pick<AppPage, 'build'> {
  name: string;
  module: string;
  /** What starts its first requests. */
  requests: string[];
  dialogs: string[];
  /** Everything it needs besides what every page needs. */
  modules: string[];
  /** Its paths as regular expressions, each with the modules that it needs: the page's own first, then its dialogs'. */
  places: { pattern: string; modules: string[] }[];
  /** As `who` of the table; `private` is both of those who are logged in. */
  who: 'visitor' | 'private' | 'anyone';
}

/** Reads the table of pages. Throws when a part is missing, and says which. */
export async function readPages(): Promise<BuildPage[]> {
  const { module } = await runnerImport<typeof table>('/src/app/pages.ts', { logLevel: 'warn' });
  const pages = Object.entries<AppPage>(module.pages);
  const missing = missingParts(pages, filesUnder('src/features'));
  if (missing.length > 0) throw new Error(missing.join('\n'));
  return pages.map(([name, page]) => buildPage(name, page, module));
}

function buildPage(name: string, page: AppPage, { codeOf, isPrivate, pathsOf, patternOf }: typeof table): BuildPage {
  const requests = page.requests ? [moduleOf(page.requests)] : [];
  const modules = [...codeOf(page).map(moduleOf), ...requests];
  const dialogs = Object.values(page.dialogs ?? {}).map(moduleOf);
  const places = pathsOf(page).map((path, index) => ({ pattern: patternOf(path), modules: [...modules, ...dialogs.slice(index - 1, index)] }));
  return {
    name,
    module: moduleOf(page.code),
    requests,
    dialogs,
    modules,
    places,
    who: isPrivate(page) ? 'private' : page.who === 'visitor' ? 'visitor' : 'anyone',
    build: page.build,
  };
}

/**
 * Looks for what the type check cannot see, or a build without it would miss.
 *
 * @param files all files of `src/features`
 * @returns one sentence for each part that is missing
 */
export function missingParts(pages: readonly (readonly [string, Partial<AppPage>])[], files: readonly string[]): string[] {
  const parts = pages.flatMap(([name, { path, who, code, build }]) =>
    Object.entries({ path, who, code, 'build.script': build?.script, 'build.files': build?.files })
      .filter(([, value]) => value === undefined)
      .map(([part]) => `The page "${name}" has no ${part} in src/app/pages.ts`),
  );
  const declared = new Set(pages.flatMap(([, { code }]) => (code ? [moduleOf(code)] : [])));
  const undeclared = files.filter((file) => file.endsWith('-page.tsx') && !declared.has(file));
  return [...parts, ...undeclared.map((file) => `${file} is not declared in src/app/pages.ts`)];
}

/** The module that a function imports, by the function's text: to call it would load the app into the build. */
export function moduleOf(load: () => Promise<unknown>): string {
  const [, file] = /import\w*\(\s*["'](?:\/|\.{1,2}\/)?(.+?)["']/.exec(String(load)) ?? [];
  if (file === undefined) throw new Error(`src/app/pages.ts: no import('…') in ${String(load)}`);
  return file;
}

/** Leaves out of the app what only the build reads of the table of pages. */
export function leanPages(): Plugin {
  return {
    name: 'lean-pages',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/src/app/pages.ts')) return null;
      const lean = code.replace(/^ {4}build: \{.*\},$/gm, '');
      return lean === code ? this.error('src/app/pages.ts has changed: no line begins with "build:"') : lean;
    },
  };
}
