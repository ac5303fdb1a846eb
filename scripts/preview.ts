// For looking at the app while building it: builds the renderer into a folder of its own and serves it over a scratch study.
//   node scripts/preview.ts --out /tmp/me [--empty] [--none] [--vault FOLDER]
// Prints the address of a small helper that answers every GET with a fresh one-time address of the app, as text.
import { mkdtempSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import react from '@vitejs/plugin-react';
import { build } from 'vite';

import { createCore } from '#core/core';

import { startHeadless } from '../electron/headless/http-server.ts';

const root = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    empty: { type: 'boolean' },
    none: { type: 'boolean' },
    vault: { type: 'string' },
    'no-build': { type: 'boolean' },
  },
});
const out = path.resolve(values.out ?? path.join(os.tmpdir(), 'plumbline-preview'));
const rendererFolder = path.join(out, 'renderer');

if (!values['no-build']) {
  await build({
    configFile: false,
    root: path.join(root, 'renderer'),
    plugins: [react()],
    logLevel: 'warn',
    build: { outDir: rendererFolder, emptyOutDir: true, target: 'chrome140', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
}

const scratch = mkdtempSync(path.join(os.tmpdir(), 'plumbline-preview-'));
const core = await createCore({
  userDataFolder: path.join(scratch, 'data'),
  resourcesFolder: path.join(root, 'resources'),
  host: 'browser',
  version: 'preview',
  workerUrl: new URL('../electron/core/services/worker.ts', import.meta.url),
});
if (values.vault) await core.handlers['vault.open']({ folder: path.resolve(values.vault), acceptDamage: false });
else if (values.empty) await core.handlers['vault.create']({ folder: path.join(scratch, 'Empty.plumb'), name: 'Empty study' });
else if (!values.none) await core.handlers['vault.openSample']({});
const headless = await startHeadless({ core, rendererFolder, port: 0 });
const helper = http.createServer((_request, response) => response.end(headless.newAddress()));
helper.listen(0, '127.0.0.1', () => {
  const address = helper.address();
  if (typeof address === 'object' && address) console.log(`http://127.0.0.1:${address.port}/ gives a fresh address of the app as text`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(
    signal,
    () =>
      void headless
        .close()
        .then(() => core.close())
        .then(() => process.exit(0)),
  );
}
