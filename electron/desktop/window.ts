// The one factory of windows (trust.md E1).
import { BrowserWindow, type WebContents } from 'electron';

import { reportDefect } from '#core/services/report-defect';

import { APP_URL } from './app-address.ts';

/** In memory only: nothing of a session stays on disk (trust.md P14). */
export const PARTITION = 'plumbline';

export interface WindowOptions {
  /** Absolute path of the built preload. */
  preload: string;
  /** Developer tools may be opened; never in an installed copy. */
  devTools: boolean;
}

const CRASHES_ALLOWED = 3;
const CRASH_WINDOW_MS = 60_000;

/** Makes the main window and loads the page. */
export function createWindow({ preload, devTools }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1360,
    height: 860,
    minWidth: 760,
    minHeight: 520,
    title: 'Plumbline',
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      devTools,
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  // Titles end up in task bars and screen shares; a study's name stays inside the window (trust.md P13).
  window.on('page-title-updated', (event) => event.preventDefault());
  reloadAfterCrash(window.webContents);
  window.loadURL(APP_URL).catch(reportDefect);
  return window;
}

/** The core lives on when the page dies: everything answered is saved, so the page is simply loaded again, a few times. */
function reloadAfterCrash(contents: WebContents): void {
  let crashes: number[] = [];
  contents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    const now = performance.now();
    crashes = [...crashes.filter((at) => now - at < CRASH_WINDOW_MS), now];
    if (crashes.length <= CRASHES_ALLOWED) contents.reload();
  });
}
