// Where the program's own parts lie, seen from the entry that was started: built into out/main, or as sources under Node.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface ProgramFiles {
  /** Version of package.json. */
  version: string;
  /** Entry of the worker thread. */
  workerUrl: URL;
  /** Entry of the loopback host, for `plumbline serve`. */
  headlessUrl: URL;
  /** The built window. */
  rendererFolder: string;
  /** Sample study, icons. */
  resourcesFolder: string;
}

/**
 * Works because both kinds of entry lie two folders below the root: out/main/headless.js and electron/headless/main.ts.
 * @param entryUrl `import.meta.url` of the entry.
 * @param packagedResources folder beside the packaged app, where the resources are in an installed copy.
 */
export function programFiles(entryUrl: string, packagedResources: string | null = null): ProgramFiles {
  const source = entryUrl.endsWith('.ts');
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', entryUrl), 'utf8')) as { version: string };
  return {
    version,
    workerUrl: new URL(source ? '../core/services/worker.ts' : './worker.js', entryUrl),
    headlessUrl: new URL(source ? '../headless/main.ts' : './headless.js', entryUrl),
    rendererFolder: fileURLToPath(new URL('../../out/renderer', entryUrl)),
    resourcesFolder: packagedResources ?? fileURLToPath(new URL('../../resources', entryUrl)),
  };
}
