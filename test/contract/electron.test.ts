// The contract over IPC in a real desktop window, on machines that have Electron's program and a screen.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { _electron } from '@playwright/test';
import { describe, it } from 'vitest';

import { connectIpc } from '#renderer/platform/transport-ipc';
import type { NumberedEvent } from '#shared/rpc/numbered-event';
import type { BridgeReply, WindowBridge } from '#shared/rpc/window-bridge';
import { ensureBuilt, REPOSITORY } from '#test/builders/built-output';

import { electronBinary, noDesktopReason } from '../../scripts/electron-binary.ts';
import { type Connected, describeHost } from './expectations.ts';

const executablePath = electronBinary(REPOSITORY);
const reason =
  executablePath === null
    ? 'Electron’s program is not in node_modules'
    : noDesktopReason(process.platform, process.env, process.getuid?.());

/** A window of the built app whose bridge is worked from here. */
async function connect(): Promise<Connected> {
  ensureBuilt();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'plumbline-electron-'));
  const env = { ...process.env, PLUMBLINE_DATA: path.join(folder, 'data') } as Record<string, string>;
  const app = await _electron.launch({ ...(executablePath === null ? {} : { executablePath }), args: [REPOSITORY], env });
  const page = await app.firstWindow();
  const listeners = new Set<(event: NumberedEvent) => void>();
  await page.exposeFunction('hearEvent', (event: NumberedEvent) => listeners.forEach((listener) => listener(event)));
  await page.evaluate(() => {
    const { plumbline, hearEvent } = window as unknown as { plumbline: WindowBridge; hearEvent(event: NumberedEvent): void };
    plumbline.subscribe((event) => hearEvent(event));
  });
  const window = await connectIpc({
    call: (message) =>
      page.evaluate((sent): Promise<BridgeReply> => (globalThis as unknown as { plumbline: WindowBridge }).plumbline.call(sent), message),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  });
  return {
    core: null,
    folder,
    window,
    anotherWindow: null,
    stop: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

if (reason === null) describeHost('IPC in Electron', connect);
else describe(`IPC in Electron: SKIPPED, ${reason}`, () => void it.skip('the contract', () => undefined));
