import type { Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** What the document runs first, and the app that it then imports. */
const start = 'src/app/start/start.ts';
const app = 'src/app/mount.tsx';

/**
 * Lists the files that every page needs besides the document's own script.
 * @returns paths below the web root, the app itself first
 */
export function startFiles(bundle: Bundle): string[] {
  const first = new Set(closure([entryOf(bundle)], bundle));
  return closure([chunkOf(app, bundle)], bundle).filter((file) => !first.has(file));
}

/**
 * Lists the files that pages need besides those that every page needs.
 * @param modules the sources of the pages' code
 */
export function filesOf(modules: readonly string[], bundle: Bundle): string[] {
  const there = new Set([...closure([entryOf(bundle)], bundle), ...startFiles(bundle)]);
  return closure(modules.map((module) => chunkOf(module, bundle)), bundle).filter((file) => !there.has(file));
}

/** The document's own script and what it imports. */
export function entryFiles(bundle: Bundle): string[] {
  return closure([entryOf(bundle)], bundle);
}

function entryOf(bundle: Bundle): Chunk {
  const entry = chunks(bundle).find(({ isEntry }) => isEntry);
  if (!entry) throw new Error(`The bundle has no entry; the page should load ${start}`);
  return entry;
}

function chunkOf(module: string, bundle: Bundle): Chunk {
  const chunk = chunks(bundle).find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${module}`)));
  if (!chunk) throw new Error(`No file of the build has the module ${module}, which a page's startup needs (build/chunks.ts, src/app/pages.ts)`);
  return chunk;
}

function closure(from: Chunk[], bundle: Bundle): string[] {
  const files = new Set<string>();
  const visit = ({ fileName, imports }: Chunk) => {
    if (files.has(fileName)) return;
    files.add(fileName);
    for (const name of imports) {
      const next = bundle[name];
      if (next?.type === 'chunk') visit(next);
    }
  };
  from.forEach(visit);
  return [...files];
}

const chunks = (bundle: Bundle): Chunk[] => Object.values(bundle).filter((file) => file.type === 'chunk');
