import type { Plugin, Rolldown } from 'vite';

/**
 * Puts the bundler's own few lines, which nearly every file imports and which it insists on keeping in a file of their own,
 * into the document's first script: one request less before the rows.
 */
export function mergeRuntime(): Plugin {
  return {
    name: 'merge-runtime',
    apply: 'build',
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const runtime = chunks.find(({ name }) => name === 'rolldown-runtime');
        const start = chunks.find(({ isEntry }) => isEntry);
        if (!runtime || !start) return;
        const [, code = '', exported = ''] = /^([\s\S]*?)export\s*\{([^}]*)\};?\s*$/.exec(runtime.code) ?? this.error('The runtime is not as it was');
        for (const chunk of chunks) redirect(chunk, runtime.fileName, chunk === start ? null : start.fileName);
        start.code = `const __runtime=(()=>{${code.trim()}return{${pairs(exported).map(([inner, outer]) => `${outer}:${inner}`).join()}}})();${start.code};export{__runtime};`;
        delete bundle[runtime.fileName];
      },
    },
  };
}

/** Lets a chunk take the runtime out of `home`, or, without one, out of its own scope. */
function redirect(chunk: Rolldown.OutputChunk, runtime: string, home: string | null): void {
  if (!chunk.imports.includes(runtime)) return;
  const file = (path: string) => path.replace(/^.*\//, '');
  const statement = new RegExp(String.raw`import\{([^}]*)\}from"\./${file(runtime).replace(/\./g, '\\.')}";?`);
  chunk.code = chunk.code.replace(statement, (_, imported: string) => {
    const names = pairs(imported).map(([outer, inner]) => `${outer}:${inner}`).join();
    return home === null ? `const{${names}}=__runtime;` : `import{__runtime}from"./${file(home)}";const{${names}}=__runtime;`;
  });
  chunk.imports = [...chunk.imports.filter((name) => name !== runtime), ...(home === null || chunk.imports.includes(home) ? [] : [home])];
}

/** `a as b,c` as pairs of names. */
function pairs(list: string): [string, string][] {
  return list.split(',').map((item) => {
    const [first = '', second = first] = item.trim().split(/\s+as\s+/);
    return [first, second];
  });
}
