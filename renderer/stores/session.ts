// Connects the stores to a transport: first status, snapshots, announced entries, reconnecting.
import type { Unsubscribe } from '#shared/lib/emitter';
import type { Call } from '#shared/rpc/contract';
import type { Transport, TransportEvent } from '#shared/rpc/transport';

import type { Filling } from './filling.ts';
import { takeProgress } from './progress-store.ts';
import { takeEntry, takeFilling, takeSnapshot, useVaultStore } from './vault-store.ts';

let current: Transport | null = null;

/** Asks the core. Rejects with AppError; `vault-actions` and the features go through this. */
export const call: Call = (method, input) => {
  if (!current) return Promise.reject(new Error('no transport yet'));
  return current.call(method, input);
};

/** Fills the stores from the core and keeps them up to date. @returns the undo of it. */
export async function connectStores(transport: Transport): Promise<Unsubscribe> {
  current = transport;
  const unsubscribe = transport.subscribe((event) => void takeEvent(event));
  await refreshStatus();
  return () => {
    unsubscribe();
    if (current === transport) current = null;
  };
}

/** Fetches app status and, when a study is open, its snapshot. */
export async function refreshStatus(): Promise<void> {
  const { version, host, vault, recent, settings, defaultFolder, loginName, locked, askedFor } = await call('app.status', {});
  if (vault) await refreshSnapshot();
  else takeSnapshot(null);
  useVaultStore.setState({ version, host, recent, settings, defaultFolder, loginName, locked });
  if (askedFor !== null) useVaultStore.setState({ openNext: askedFor });
}

/** Fetches the records anew: after opening, and when announcements were missed. */
export async function refreshSnapshot(): Promise<void> {
  const snapshot = await call('vault.snapshot', {});
  const filling = takeSnapshot(snapshot);
  if (filling && snapshot.reading !== null) void fill(filling, snapshot.reading);
}

/** The records behind the first screen. A study that cannot be read to its end is closed by the core, which says so. */
async function fill(filling: Filling, reading: string): Promise<void> {
  const end = await filling.run(reading, call, (progress) => takeFilling(filling, progress)).catch(() => 'failed');
  if (end === 'again') await refreshSnapshot().catch(() => undefined);
}

async function takeEvent(event: TransportEvent): Promise<void> {
  if (event.type === 'entry') {
    if (!takeEntry(event)) await refreshSnapshot().catch(() => undefined);
  } else if (event.type === 'vault') {
    await refreshStatus().catch(() => undefined);
    if (event.damaged !== undefined) useVaultStore.setState({ openNext: event.damaged });
  } else if (event.type === 'status') useVaultStore.setState({ status: event.status });
  else if (event.type === 'settings') useVaultStore.setState({ settings: event.settings });
  else if (event.type === 'progress') takeProgress(event);
  else if (event.type === 'backups') useVaultStore.setState(({ backupsVersion }) => ({ backupsVersion: backupsVersion + 1 }));
  else if (event.type === 'connection') {
    useVaultStore.setState({ connection: event.state });
    if (event.state === 'connected') await refreshStatus().catch(() => undefined);
  }
}
