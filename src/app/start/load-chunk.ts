const fetches = new Map<string, Promise<void>>();

/**
 * What each `import()` of the built app calls (build/lean-libraries.ts). The files are fetched before they are imported: for
 * as long as a document lives Firefox remembers an import that failed, and WebKit a `modulepreload` that did for as long as the
 * tab does (bug 270357); neither asks the server again. A fetch that failed leaves nothing behind. Each is tried twice.
 *
 * @param files the chunk's own and those that it imports, from the web root
 */
export async function loadChunk<Chunk>(load: () => Promise<Chunk>, files: readonly string[] = []): Promise<Chunk> {
  // The document names its page's files itself.
  await Promise.all(files.filter((file) => !document.querySelector(`link[href="/${file}"]`)).map(fetchOnce));
  try {
    return await load();
  } catch {
    await Promise.all(files.map(fetchAgain));
    return load();
  }
}

function fetchOnce(file: string): Promise<void> {
  const fetched = fetches.get(file) ?? fetchScript(file, 'default').catch(() => fetchAgain(file));
  fetches.set(file, fetched);
  fetched.catch(() => fetches.delete(file));
  return fetched;
}

/** Past the browser's cache, which may keep what came in the file's place. */
const fetchAgain = (file: string) => fetchScript(file, 'reload');

async function fetchScript(file: string, cache: RequestCache): Promise<void> {
  const response = await fetch(`/${file}`, { cache }).catch(() => null);
  // A host may send the app's page for a file that is gone.
  const isScript = response?.ok && response.headers.get('content-type')?.includes('javascript');
  const body = isScript && (await response.arrayBuffer().catch(() => null));
  if (!body) throw new Error(`error loading dynamically imported module: ${file}`);
}
