// The same window in Electron, for machines that have its program.
import { _electron, type Page } from '@playwright/test';

import type { WindowBridge } from '#shared/rpc/window-bridge';

import { electronBinary } from '../../../scripts/electron-binary.ts';
import { type HostPlaces, ownPlaces, REPOSITORY } from './host.ts';

export interface DesktopWindow {
  page: Page;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** Starts the desktop app from out/ and opens the study in it. */
export async function openDesktopWindow(places: HostPlaces): Promise<DesktopWindow> {
  const executablePath = electronBinary(REPOSITORY);
  if (executablePath === null) throw new Error('Electron’s program is not on this machine.');
  const electron = await _electron.launch({ executablePath, args: [REPOSITORY], env: ownPlaces(places) as Record<string, string> });
  const page = await electron.firstWindow();
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  if (places.vaultFolder !== null) await page.evaluate(openStudy, places.vaultFolder);
  const child = electron.process();
  return {
    page,
    stop: () => electron.close(),
    kill: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Runs in the page: the desktop takes no study on its command line, so the window is told by its own bridge. */
async function openStudy(folder: string): Promise<void> {
  const { plumbline } = window as unknown as { plumbline: WindowBridge };
  await plumbline.call({ method: 'vault.open', input: { folder, acceptDamage: false } });
}
