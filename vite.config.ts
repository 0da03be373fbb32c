import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { buildTarget } from './build/browsers.ts';
import { weighPages } from './build/budgets.ts';
import { chunkGroups } from './build/chunk-groups.ts';
import { frame } from './build/frame/plugin.ts';
import { leanLibraries } from './build/lean-libraries.ts';
import { metaFiles } from './build/meta-files.ts';
import { precompress } from './build/precompress.ts';
import { pressableStyle } from './build/pressable-style.ts';
import { leanPages, readPages } from './build/read-pages.ts';

const backend = process.env.API_PROXY ?? 'http://127.0.0.1:8000';

// What a page is made of is read from the app's own table, src/app/pages.ts.
export default defineConfig(async () => {
  const pages = await readPages();
  return {
    plugins: [leanLibraries(), leanPages(), react(), tailwindcss(), pressableStyle(), frame(pages), precompress(), weighPages(pages), metaFiles()],
    build: {
      target: buildTarget,
      // One stylesheet, which goes into the page: build/frame/plugin.ts.
      cssCodeSplit: false,
      // A data: URL is no file that the CSP's 'self' could allow, nor one that is cached apart.
      assetsInlineLimit: 0,
      // Every targeted browser preloads modules natively.
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: chunkGroups(pages) } },
      manifest: true,
      sourcemap: false,
      reportCompressedSize: false,
    },
    server: {
      proxy: Object.fromEntries(
        ['/api', '/outbox'].map((path) => [path, { target: backend, changeOrigin: false }]),
      ),
    },
  };
});
