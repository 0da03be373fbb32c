import * as z from 'zod';

/** A file of the project, as the house rules look at it. */
export interface SourceFile {
  /** From the project's root, with slashes. */
  path: string;
  text: string;
}

/** The rooms of `src` from the bottom up: a room may import itself and those before it (docs/house.md). */
const rooms = ['paths', 'lib', 'contract', 'stores', 'ui', 'http', 'session', 'api', 'data', 'forms', 'lists', 'jobs', 'features', 'app'];

/**
 * Says what is wrong with one file, by the rules that a linter cannot keep.
 *
 * @returns one sentence for each offence, with the file's path
 */
export function offences(file: SourceFile): string[] {
  return [...badName(file.path), ...badImports(file), ...unexplainedAssertions(file)].map(
    (offence) => `${file.path}: ${offence}`,
  );
}

/**
 * Follows static imports from one file, types aside, to a package.
 *
 * @param files every file of the project by its path
 * @returns the chain of files that ends with the package, or null when it is not reached
 */
export function wayTo(packageName: string, from: string, files: ReadonlyMap<string, string>, seen = new Set<string>()): string[] | null {
  if (seen.has(from)) return null;
  seen.add(from);
  for (const specifier of staticImports(files.get(from) ?? '')) {
    if (specifier === packageName) return [from, specifier];
    const way = specifier.startsWith('.') ? wayTo(packageName, resolve(from, specifier), files, seen) : null;
    if (way !== null) return [from, ...way];
  }
  return null;
}

/** A call of the API, as `PATCH /departments/:id/`, and the file that makes it. */
interface ApiCall {
  endpoint: string;
  path: string;
}

/** The endpoints that the files call. A list counts once, however it is searched and ordered. */
export function apiCalls(files: readonly SourceFile[]): ApiCall[] {
  return files.flatMap(({ path, text }) => {
    const plain = text.replace(/\$\{[^}]*\}/g, ':id');
    const lists = [...plain.matchAll(/\blistPage\(\s*['`](\/[^'`]*)/g)].map(([, url]) => `GET ${url}`);
    const others = plain.split(/\brequest\(/).slice(1).flatMap((call) => {
      const url = /\burl: ['`](\/[^'`]*)/.exec(call)?.[1];
      return url === undefined ? [] : [`${/\bmethod: '(\w+)'/.exec(call)?.[1] ?? 'GET'} ${url}`];
    });
    return [...lists, ...others].map((endpoint) => ({ endpoint, path }));
  });
}

/**
 * Says which endpoints are written more than once, or outside `src/api`. Those that give out tokens are the session's:
 * its tests put a transport of their own in their place.
 */
export function endpointOffences(files: readonly SourceFile[]): string[] {
  const calls = apiCalls(files);
  const twice = calls
    .filter(({ endpoint }, index) => calls.findIndex((call) => call.endpoint === endpoint) < index)
    .map(({ endpoint, path }) => `${path}: ${endpoint} is written already`);
  const misplaced = calls
    .filter(({ endpoint, path }) => !path.startsWith('src/api/') && !(path === 'src/session/transport.ts' && endpoint.includes(' /auth/jwt/')))
    .map(({ endpoint, path }) => `${path}: ${endpoint} belongs to src/api`);
  const clients = files
    .filter(({ path, text }) => /^src\/(?!api\/|http\/|session\/)/.test(path) && hasClient(text))
    .map(({ path }) => `${path}: requests belong to src/api`);
  return [...twice, ...misplaced, ...clients];
}

/** Whether the file has at hand what a request is sent with. */
function hasClient(text: string): boolean {
  return staticImports(text).some((specifier) => specifier === 'axios' || /\/(?:http\/request|api\/list-page)\.ts$/.test(specifier))
    || /^import \{[^}]*\b(?:api|publicApi)\b[^}]*\} from '[^']*\/session\/client\.ts'/m.test(text);
}

/** The middle one of the files' lengths in lines. */
export function medianLength(files: readonly SourceFile[]): number {
  const lengths = files.map(({ text }) => text.trimEnd().split('\n').length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

/** What is wrong with a lockfile. */
export function lockfileOffences(text: string): string[] {
  const { packages } = lockfileSchema.parse(JSON.parse(text));
  const named = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  return Object.entries(packages).flatMap(([path, { resolved = '', optionalDependencies = {} }]) => [
    // An address of a registry would tie everyone to it.
    ...(/^https?:/.test(resolved) ? [`${path} names ${resolved}`] : []),
    // npm leaves out what it could not find while writing, and `npm ci` then refuses the file.
    ...Object.keys(optionalDependencies)
      .filter((name) => !named.has(name))
      .map((name) => `${name}, wanted by ${path}, is missing`),
  ]);
}

const lockfileSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ resolved: z.optional(z.string()), optionalDependencies: z.optional(z.record(z.string(), z.string())) }),
  ),
});

function badName(path: string): string[] {
  const segments = path.split('/');
  const name = segments.at(-1) ?? '';
  const stems = segments.map((segment) => segment.replace(/(?:\.[a-z]+)+$/, ''));
  const offences: string[] = [];
  if (/^index\.tsx?$/.test(name)) offences.push('is a barrel; import from the file itself');
  if (stems.some((stem) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(stem))) offences.push('is not kebab-case');
  const vague = stems.flatMap((stem) => stem.split('-')).find((word) => /^(?:utils?|helpers?|common|manager)$/.test(word));
  if (vague !== undefined) offences.push(`"${vague}" says nothing; name what it is for`);
  return offences;
}

function badImports({ path, text }: SourceFile): string[] {
  const from = room(path);
  if (from === null) return [];
  if (from.name !== 'server' && !rooms.includes(from.name)) return ['is in no room'];
  return imports(text).flatMap((specifier) => {
    if (!specifier.startsWith('.')) return from.name === 'contract' ? outsideContract(specifier) : [];
    if (!/\.(?:tsx?|mjs|css|json|svg)(?:\?\w+)?$/.test(specifier)) return [`imports ${specifier} without its extension`];
    const target = resolve(path, specifier);
    const to = room(target);
    if (isDb(path) && /^server\/(?:http|routes)\//.test(target)) return [`server/db may not import ${target}`];
    return to === null || allowed(from, to) ? [] : [`${from.name} may not import ${target}`];
  });
}

/** The database knows nothing of HTTP. */
function isDb(path: string): boolean {
  return path.startsWith('server/db/');
}

function outsideContract(specifier: string): string[] {
  return specifier === 'zod/mini' ? [] : [`contract imports only zod/mini, not ${specifier}`];
}

interface Room {
  name: string;
  feature: string | null;
}

function room(path: string): Room | null {
  const [top, second = '', third = null] = path.split('/');
  if (top === 'server') return { name: 'server', feature: null };
  if (top !== 'src') return null;
  if (second === 'features') return { name: 'features', feature: third };
  return { name: second.replace(/\.tsx?$/, ''), feature: null };
}

function allowed(from: Room, to: Room): boolean {
  if (from.name === 'server') return to.name === 'server' || to.name === 'contract';
  if (from.name === to.name) return from.feature === to.feature;
  return to.name !== 'server' && rooms.indexOf(to.name) < rooms.indexOf(from.name);
}

function imports(text: string): string[] {
  const types = text.matchAll(/^\s*(?:import|export) type\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm);
  const dynamic = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g);
  return [...staticImports(text), ...[...types, ...dynamic].map(([, specifier]) => specifier ?? '')];
}

/** What a module loads before it runs. */
function staticImports(text: string): string[] {
  const named = text.matchAll(/^\s*(?:import|export)\b(?! type\b)[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm);
  const bare = text.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm);
  return [...named, ...bare].map(([, specifier]) => specifier ?? '');
}

function resolve(path: string, specifier: string): string {
  const segments = path.split('/').slice(0, -1);
  for (const part of specifier.replace(/\?\w+$/, '').split('/')) {
    if (part === '..') segments.pop();
    else if (part !== '.') segments.push(part);
  }
  return segments.join('/');
}

/** `as` asserts what the compiler cannot see, so a comment on the line, or just above, says how it is known. */
function unexplainedAssertions({ path, text }: SourceFile): string[] {
  if (!/^(?:src|server)\//.test(path)) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const code = line.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '""').replace(/\/\/.*$/, '');
    if (!/[\w)\]}"] as (?!const\b)[A-Za-z{[(]/.test(code)) return [];
    if (/^\s*(?:\*|\/\*|import\b|export \{|\w+ as \w+,?$)/.test(code) || /^[^=(]*\} from ""/.test(code)) return [];
    const explained = [line, lines[index - 1] ?? '', lines[index - 2] ?? ''].some((near) => /\/\/|\/\*|\*\//.test(near));
    return explained ? [] : [`line ${index + 1} asserts a type without a reason beside it`];
  });
}

/**
 * Where the file may be that a unit test is named after: `tests/unit` mirrors `src`, and `build` and `scripts` beside it.
 * Tests of several files at once live elsewhere: `tests/session`, `tests/app`, `tests/server`.
 */
export function testedFiles(testPath: string): string[] {
  const name = testPath.replace(/^tests\/unit\//, '').replace(/\.test\.tsx?$/, '');
  return [`src/${name}.ts`, `src/${name}.tsx`, `${name}.ts`];
}
