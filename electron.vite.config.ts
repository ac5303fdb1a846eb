// How the sources become out/: one Node bundle with an entry per host, the preload as a single file, the window.
import { existsSync } from 'node:fs';
import path from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;
const at = (file: string): string => path.join(root, file);

/** Electron 45 is Node 24.18 and Chromium 156; said here because electron-vite 6.0 knows targets only up to Electron 44. */
const NODE_TARGET = 'node24.18';
const PAGE_TARGET = 'chrome156';

const nodeEntries = {
  desktop: 'electron/desktop/main.ts',
  headless: 'electron/headless/main.ts',
  cli: 'electron/cli/main.ts',
  worker: 'electron/core/services/worker.ts',
};

/** Packages are bundled too, so that an installed copy carries no node_modules: fewer files, nothing that is not used. */
const bundleAll = false;

export default defineConfig({
  main: {
    // fflate's build for Node brings threads that we do not use, and a `require` of its own beside the bundler's.
    resolve: { alias: { fflate: at('node_modules/fflate/esm/browser.js') } },
    build: {
      target: NODE_TARGET,
      externalizeDeps: bundleAll,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(nodeEntries)
            .map(([name, file]) => [name, at(file)] as const)
            .filter(([, file]) => existsSync(file)),
        ),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      externalizeDeps: bundleAll,
      rolldownOptions: {
        input: { preload: at('electron/desktop/preload.ts') },
        // A sandboxed preload is CommonJS and can require nothing of its own.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      target: PAGE_TARGET,
      outDir: at('out/renderer'),
      minify: true,
      // Nothing inline: the content security policy allows files of our own only, also for fonts.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
});
