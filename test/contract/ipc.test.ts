// The contract over the desktop's two channels. Electron has no binary everywhere, so its own part (copying messages between two
// processes) is played by a stand-in; preload, sender check, channels and transport are the real ones.
import { vi } from 'vitest';

import { connectIpc } from '#renderer/platform/transport-ipc';
import type { WindowBridge } from '#shared/rpc/window-bridge';
import { startCore } from '#test/builders/running-core';

import { describeHost } from './expectations.ts';

vi.mock('electron', () => import('#test/builders/fake-electron'));

const electron = await import('#test/builders/fake-electron');
const { connectIpcLine } = await import('../../electron/desktop/rpc-ipc.ts');

describeHost('IPC (with a stand-in for Electron)', async () => {
  electron.resetElectron();
  const running = await startCore('desktop');
  const { webContents } = new electron.BrowserWindow({});
  const line = connectIpcLine(running.core, () => webContents as unknown as Electron.WebContents);
  electron.joinPreload(webContents);
  vi.resetModules();
  await import('../../electron/desktop/preload.ts');
  const window = await connectIpc(electron.exposed['plumbline'] as WindowBridge);
  return {
    ...running,
    window,
    anotherWindow: null,
    stop: async () => {
      window.close();
      line.close();
      await running.stop();
    },
  };
});
