// Takes from the worker thread what no reader of files needs: ways to the network and to the disk.

/** Names of the platform that speak to a network. */
const NETWORK = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'] as const;

interface Doors {
  getBuiltinModule?: unknown;
}

/**
 * From now on nothing in this thread can ask for an address, and no library can take modules of Node that it does not import by name: pdf.js
 * could do both, if a document made it. @param scope the global object of the thread. @param host its `process`.
 */
export function closeDoors(scope: Partial<Record<(typeof NETWORK)[number], unknown>>, host: Doors): void {
  for (const name of NETWORK) delete scope[name];
  host.getBuiltinModule = (name: unknown): never => {
    throw new Error(`A reader asked for “${String(name)}”.`);
  };
}
