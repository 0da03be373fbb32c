import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport, type Plugin, type Rolldown } from 'vite';
import { paintTheme } from '../../src/stores/theme.ts';
import { filesOf, startFiles } from '../chunks.ts';
import type { BuildPage } from '../read-pages.ts';
import { inlineScripts, type Choice } from './inline-script.ts';
import type * as rendered from './render.tsx';

type Bundle = Rolldown.OutputBundle;

/**
 * Puts into the page what is painted before the app's code has come: the styles, the frame of every page in a template, and
 * two small scripts that choose one and ask for its page's code. The frames are the app's own components.
 */
export function frame(pages: readonly BuildPage[]): Plugin {
  let root = '.';
  return {
    name: 'frame',
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        // In development the page is painted by the app alone; the theme must not flash there either.
        if (!bundle) return [{ tag: 'script', children: `(${paintTheme.toString()})()`, injectTo: 'head-prepend' }];
        const { frames } = await render(root);
        const scripts = inlineScripts(pages.filter(({ build }) => build.frame !== false).flatMap((page) => choicesOf(page, bundle)));
        const templates = frames.map(({ name, title, html: content }) => `<template id="frame-${name}"${title === null ? '' : ` data-title="${title}"`}>${content}</template>`);
        return withStyles(html, bundle)
          .replace('href="/favicon.svg"', () => `href="${dataUrl(join(root, 'public/favicon.svg'))}"`)
          .replace('</title>', () => `</title>\n    <script>${scripts.head}</script>`)
          .replace('</head>', () => `${startFiles(bundle).map(preload).join('')}  </head>`)
          .replace('<div id="root"></div>', () => `<div id="frame"></div>\n    <div id="root"></div>\n    ${templates.join('\n    ')}\n    <script>${scripts.body}</script>`);
      },
    },
  };
}

async function render(root: string): Promise<typeof rendered> {
  const instead = (file: string) => join(root, 'build/frame', file);
  const isOurs = (id = '') => id.startsWith(join(root, 'src'));
  const standIns: Plugin = {
    name: 'frame-stand-ins',
    enforce: 'pre',
    resolveId: (source, importer) => (isOurs(importer) && /(?:^|\/)client\.ts$/.test(source) ? instead('session-stand-in.ts') : null),
    // By its text: Vite hands packages to Node without asking a plugin.
    transform: (code, id) => (isOurs(id) ? code.replace(/from 'react';/g, `from '${instead('react-stand-in.mjs')}';`) : null),
  };
  const { module } = await runnerImport<typeof rendered>('/build/frame/render.tsx', { root, plugins: [standIns], logLevel: 'warn' });
  return module;
}

function choicesOf({ name, who, places }: BuildPage, bundle: Bundle): Choice[] {
  return places.map(({ pattern, modules }) => ({ name, who, pattern, files: filesOf(modules, bundle).map((file) => `/${file}`) }));
}

const preload = (file: string) => `  <link rel="modulepreload" crossorigin href="/${file}">\n  `;

/** The icon in the page itself: one request less beside those that the page waits for. */
const dataUrl = (svg: string) => `data:image/svg+xml,${encodeURIComponent(readFileSync(svg, 'utf8').trim())}`;

/** The one stylesheet goes into the page: a request for it would be a whole round trip before the first paint. */
function withStyles(html: string, bundle: Bundle): string {
  const link = /<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/.exec(html);
  const file = link && bundle[link[1] ?? ''];
  if (!link || file?.type !== 'asset') throw new Error('The page has no stylesheet to be put inline');
  delete bundle[file.fileName];
  return html.replace(link[0], () => `<style>${file.source.toString().trim()}</style>`);
}
