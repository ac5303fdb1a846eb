// A window on a real core in this process, for component tests: real handlers, a real vault in a real folder, the real dispatcher.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { render, type RenderResult } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { onTestFinished } from 'vitest';
import type { StoreApi } from 'zustand';

import { type Core, createCore } from '#core/core';
import type { Disk } from '#core/vault/disk';
import { startDispatcher } from '#renderer/commands/dispatcher';
import { HANDLERS } from '#renderer/commands/handlers';
import { setHandlers } from '#renderer/commands/run-command';
import { setChord, useChordStore } from '#renderer/stores/chord-store';
import { useContextStore } from '#renderer/stores/context-store';
import { useNotificationStore } from '#renderer/stores/notification-store';
import { useProgressStore } from '#renderer/stores/progress-store';
import { useQuickPickStore } from '#renderer/stores/quick-pick-store';
import { useSearchStore } from '#renderer/stores/search-store';
import { call, connectStores } from '#renderer/stores/session';
import { resetVaultStore } from '#renderer/stores/vault-store';
import { initialView, useViewStore } from '#renderer/stores/view-store';
import { createRpcClient } from '#shared/rpc/client';
import type { Call } from '#shared/rpc/contract';
import { createRpcServer } from '#shared/rpc/server';
import type { Transport } from '#shared/rpc/transport';

export interface OpenWindowOptions {
  /** Opens a fresh copy of the sample study instead of an empty study. */
  sample?: boolean;
  /** Opens no study at all: the window as it is before anything was chosen. */
  noStudy?: boolean;
  /** The disk of the core, for making it fail. */
  disk?: Disk;
}

export interface TestWindow {
  core: Core;
  /** The way of the window to the core, as features use it. */
  call: Call;
  /** Empty folder in which studies may be made and files put; removed by close(). */
  folder: string;
  user: UserEvent;
  /** Renders into the page; unmounted when the test is over. `<App />` is the whole window. */
  render(element: ReactElement): RenderResult;
  /** Called by itself when the test is over. */
  close(): Promise<void>;
}

/** Starts a core, opens a study in it and connects the stores. Call it in a test or in beforeEach; one window at a time. */
export async function openWindow(options: OpenWindowOptions = {}): Promise<TestWindow> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'plumbline-window-'));
  const root = path.resolve(import.meta.dirname, '../..');
  const core = await createCore({
    userDataFolder: path.join(folder, 'data'),
    resourcesFolder: path.join(root, 'resources'),
    host: 'test',
    version: '0.0.0-test',
    by: 'tester',
    ...(options.disk ? { disk: options.disk } : {}),
    // jsdom has a URL of its own, which Node's worker threads do not know.
    workerUrl: pathToFileURL(path.join(root, 'electron/core/services/worker.ts')),
  });
  await openStudy(core, folder, options);
  resetStores();
  const transport = directTransport(core);
  const disconnect = await connectStores(transport);
  setHandlers(HANDLERS);
  const stopDispatcher = startDispatcher(setChord);
  let open = true;
  const close = async (): Promise<void> => {
    if (!open) return;
    open = false;
    stopDispatcher();
    disconnect();
    await core.close();
    await rm(folder, { recursive: true, force: true });
    resetStores();
  };
  onTestFinished(close);
  return { core, call, folder, user: userEvent.setup(), render: (element) => render(element), close };
}

async function openStudy({ handlers }: Core, folder: string, { sample, noStudy }: OpenWindowOptions): Promise<void> {
  if (noStudy) return;
  if (sample) await handlers['vault.openSample']({});
  else await handlers['vault.create']({ folder: path.join(folder, 'Test study.plumb'), name: 'Test study' });
}

/** Everything that crosses is copied, as between two processes: nobody can hold the core's own objects. */
function directTransport(core: Core): Transport {
  const rpc = createRpcServer(core.handlers, (error) => {
    throw error;
  });
  return {
    call: createRpcClient(async (message) => structuredClone(await rpc(structuredClone(message)))),
    subscribe: (listener) => core.events.subscribe((event) => listener(structuredClone(event))),
    close: () => undefined,
  };
}

/** The stores live as long as the module: each test begins with those of a window that has just opened. */
function resetStores(): void {
  useQuickPickStore.getState().open?.answer(null);
  resetVaultStore();
  useViewStore.setState(initialView, true);
  resetStore(useNotificationStore);
  resetStore(useContextStore);
  resetStore(useProgressStore);
  resetStore(useChordStore);
  resetStore(useSearchStore);
}

function resetStore<T>(store: StoreApi<T>): void {
  store.setState(store.getInitialState(), true);
}
