import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { filesUnder } from './files.ts';

const leftOut = 'Left out of the build: see build/lean-libraries.ts';
const unreached = `() => { throw new Error('${leftOut}') }`;

/**
 * Parts of axios that no request of this app can reach, and what stands for them. The browser sends by XMLHttpRequest, JSON
 * alone, with query strings that are ready (URLSearchParams), aborts by AbortSignal, and knows neither cookies nor progress.
 * axios hangs all the rest on its default export, so that no bundler can leave it out by itself.
 */
const axiosParts: Record<string, string> = {
  'adapters/adapters.js': `import xhr from './xhr.js'; export default { getAdapter: () => xhr, adapters: { xhr } };`,
  'cancel/CancelToken.js': 'export default class {}',
  'core/assertParamsAcyclic.js': 'export default () => undefined;',
  'helpers/AxiosURLSearchParams.js': `export default ${unreached};`,
  'helpers/HttpStatusCode.js': 'export default {};',
  'helpers/cookies.js': 'export default { read: () => null, write() {}, remove() {} };',
  'helpers/formDataToJSON.js': `export default ${unreached};`,
  'helpers/progressEventReducer.js': `export const progressEventReducer = ${unreached};`,
  'helpers/spread.js': 'export default null;',
  'helpers/toFormData.js': `export default ${unreached};`,
  'helpers/toURLEncodedForm.js': `export default ${unreached};`,
  'helpers/validator.js': 'const none = () => undefined; export default { assertOptions: none, validators: { boolean: none, function: none, transitional: none, spelling: none } };',
};

/** The tools that axios has for itself, as one object: without those that only the parts above would have used. */
function axiosUtils(code: string, file: string): string {
  const folder = file.replace(/utils\.js$/, '');
  const others = filesUnder(folder).filter((other) => other !== file && !(other.slice(folder.length) in axiosParts));
  const used = new Set(others.flatMap((other) => [...readFileSync(other, 'utf8').matchAll(/\butils\.(\w+)/g)].map(([, name]) => name)));
  return code.replace(/^export default \{([\s\S]*?)^\};/m, (_, list: string) => {
    const kept = list.split('\n').filter((line) => used.has(/^\s*(\w+)/.exec(line)?.[1]));
    return `export default {${kept.join('\n')}};`;
  });
}

/** An icon without lucide's settings (size, colour and stroke by property or context): classes say all that here. */
const lucideIcon = `import { createElement, forwardRef } from 'react';
const svg = { xmlns: 'http://www.w3.org/2000/svg', width: 24, height: 24, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', strokeWidth: 2, strokeLinecap: 'round', strokeLinejoin: 'round', 'aria-hidden': true };
export default ({ node }) => forwardRef((props, ref) => createElement('svg', { ref, ...svg, ...props }, ...node.map(([tag, attributes]) => createElement(tag, attributes))));`;

/** What Vite calls at each `import()`: the app's own, which recovers from a file that failed to load. */
const preloadHelper = `export { loadChunk as __vitePreload } from '/src/app/start/load-chunk.ts';`;

/** A function by its name: its head is the first group, `indent` how deep it stands. */
const body = (name: string, indent = '') => new RegExp(String.raw`^(${indent}(?:async )?function ${name}\([\s\S]*?\) \{$)[\s\S]*?^${indent}\}$`, 'm');

/**
 * What in react-router keeps code in the bundle that nothing reaches: names for developer tools, calls that are not marked as
 * pure, and what serves its server framework, its plug-ins, its own error page, its way to load routes, and their forms
 * and fetchers: forms are react-hook-form's here, and data TanStack Query's.
 */
const routerParts: readonly [RegExp, string][] = [
  [/^\w+\.displayName = "[^"]*";$/gm, ''],
  [/ = (React\d*\.(?:forwardRef|memo|createContext)\()/g, ' = /* @__PURE__ */ $1'],
  [/^var (\w+ErrorBoundary) = (class extends React\d*\.Component \{[\s\S]*?^\});$/gm, 'var $1 = /* @__PURE__ */ (() => $2)();'],
  [body('PrefetchPageLinks'), '$1 return null; }'],
  [body('DefaultErrorComponent'), '$1 return null; }'],
  [body('RSCErrorHandler'), '$1 return children; }'],
  [body('deserializeErrors'), '$1 return null; }'],
  [body('getRouteInstrumentationUpdates'), '$1 return {}; }'],
  [body('instrumentClientSideRouter'), '$1 return router; }'],
  [body('patchRoutesImpl'), '$1 }'],
  [body('loadLazyRoute'), '$1 return {}; }'],
  ...['abortStaleFetchLoads', 'markFetchRedirectsDone', 'getUpdatedRevalidatingFetchers'].map((name): [RegExp, string] => [body(name, '  '), '$1 }']),
  [body('loadLazyMiddlewareForMatches'), '$1 }'],
  ...['handleAction', 'handleFetcherAction', 'handleFetcherLoader', 'fetch2', 'getFetcher', 'resetFetcher', 'queueFetcherForDeletion', 'updateFetcherState', 'setFetcherError', '_internalSetRoutes', 'revalidate', 'discoverRoutes'].map((name): [RegExp, string] => [
    body(name, '  '),
    `$1 throw new Error('${leftOut}'); }`,
  ]),
];

/** Leaves out of the bundle what the libraries bring and this app cannot reach. Tests run with the libraries as they are. */
export function leanLibraries(): Plugin {
  return {
    name: 'lean-libraries',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (id === '\0vite/preload-helper.js') return preloadHelper;
      const [, part] = /node_modules\/axios\/lib\/(.+)$/.exec(id) ?? [];
      if (part !== undefined) return axiosParts[part] ?? null;
      return id.endsWith('/lucide-react/dist/esm/createLucideIcon.mjs') ? lucideIcon : null;
    },
    transform(code, id) {
      if (id.endsWith('/node_modules/axios/lib/utils.js')) return axiosUtils(code, id);
      // An icon's other names, and keys that its parts need only as an array.
      if (/lucide-react\/dist\/esm\/icons\//.test(id)) return code.replace(/, key: "\w+"|^ {2}(?:name|size|aliases): .*,$/gm, '');
      if (!/node_modules\/react-router\/dist\/\w+\/chunk-/.test(id)) return null;
      // The package comes in two files; everything above is in the one with the router itself.
      if (!code.includes('function createRouter(')) return null;
      return routerParts.reduce((text, [pattern, instead]) => {
        // `search`, since a global pattern remembers where it was.
        if (text.search(pattern) === -1) this.error(`react-router has changed: nothing matches ${pattern.source}`);
        return text.replace(pattern, instead);
      }, code);
    },
  };
}
