/** A build, as far as it says why a file is loaded. Modules are paths from the project's root. */
export interface ModuleGraph {
  /** What each module imports, but for what it loads later. */
  imports: ReadonlyMap<string, readonly string[]>;
  /** The modules in each file, with their sizes. */
  files: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/**
 * Says why a page loads each of its files.
 *
 * @param entries the modules that the page is made of
 * @param files those to explain
 * @returns for each file the chain of imports that leads to it, and its largest modules with their shares. A chain also goes
 *   from a module to those that share its file: they are loaded with it, and so is what they import.
 */
export function explainFiles(entries: readonly string[], files: readonly string[], graph: ModuleGraph): string[] {
  const chains = chainsFrom(entries, graph);
  return files.map((file) => {
    const modules = graph.files.get(file) ?? new Map<string, number>();
    // The chains stand in the order in which they were found, the shortest first.
    const chain = [...chains].find(([module]) => modules.has(module))?.[1] ?? 'by no import';
    return `${file}: ${chain}\n  mostly ${largest(modules)}`;
  });
}

function chainsFrom(entries: readonly string[], { imports, files }: ModuleGraph): Map<string, string> {
  const fileMates = new Map([...files.values()].flatMap((modules) => [...modules.keys()].map((module) => [module, [...modules.keys()]] as const)));
  const chains = new Map(entries.map((module) => [module, module]));
  const reach = (from: string, modules: readonly string[], how: string) => {
    const fresh = modules.filter((module) => !chains.has(module));
    for (const module of fresh) chains.set(module, `${chains.get(from)}${how}${module}`);
    return fresh;
  };
  let reached = [...chains.keys()];
  while (reached.length > 0) {
    // A growing list: what an import reaches is looked at in its turn. Only then come the modules that merely share a file.
    for (const module of reached) reached.push(...reach(module, imports.get(module) ?? [], ' > '));
    reached = reached.flatMap((module) => reach(module, fileMates.get(module) ?? [], ', in one file with '));
  }
  return chains;
}

function largest(modules: ReadonlyMap<string, number>): string {
  const total = [...modules.values()].reduce((sum, size) => sum + size, 0);
  const sorted = [...modules].sort(([, a], [, b]) => b - a);
  return sorted.slice(0, 3).map(([module, size]) => `${module} (${Math.round((100 * size) / total)} %)`).join(', ');
}
