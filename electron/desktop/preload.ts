// Runs in the window's sandbox before the page: gives it two functions and nothing of Electron (trust.md E7).
import { contextBridge, ipcRenderer } from 'electron';

import type { NumberedEvent } from '#shared/rpc/numbered-event';
import type { BridgeReply, WindowBridge } from '#shared/rpc/window-bridge';

const bridge: WindowBridge = Object.freeze({
  call: (message: { method: string; input: unknown }): Promise<BridgeReply> => ipcRenderer.invoke('rpc', message),
  subscribe: (listener: (event: NumberedEvent) => void) => {
    const hear = (_event: unknown, numbered: NumberedEvent): void => listener(numbered);
    ipcRenderer.on('event', hear);
    return () => void ipcRenderer.off('event', hear);
  },
});

contextBridge.exposeInMainWorld('plumbline', bridge);
