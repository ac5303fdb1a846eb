// Entry of the desktop app: closes the doors, starts the core, opens the window.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { app, type BrowserWindow, dialog, Menu, session } from 'electron';

import { createCore } from '#core/core';
import { programFiles } from '#core/services/program-files';
import { loadRendererFiles } from '#core/services/renderer-files';
import { describeDefect } from '#core/services/report-defect';
import { userDataFolder } from '#core/services/user-data-folder';
import { CATALOG } from '#shared/commands/catalog';
import { AppError } from '#shared/lib/app-error';

import { registerAppScheme, serveApp } from './app-protocol.ts';
import { askWhereToSave } from './downloads.ts';
import { closeCoreOnQuit, lockWhenAway, showOnSecondStart } from './lifecycle.ts';
import { menuTemplate } from './menu.ts';
import { lockNavigation } from './navigation.ts';
import { denyPermissions } from './permissions.ts';
import { blockForeignRequests } from './request-firewall.ts';
import { connectIpcLine } from './rpc-ipc.ts';
import { setSwitches } from './switches.ts';
import { createWindow, PARTITION } from './window.ts';

const installed = app.isPackaged;
const devTools = !installed && Boolean(process.env['PLUMBLINE_DEVTOOLS']);
const dataFolder = userDataFolder();

// Everything up to `whenReady` must happen while this module is being read: afterwards Chromium has made up its mind.
setSwitches(installed);
app.enableSandbox();
registerAppScheme();
lockNavigation();
// Chromium's own files get a folder of their own, so that two data folders are two independent instances.
const windowFolder = path.join(dataFolder, 'window');
mkdirSync(windowFolder, { recursive: true, mode: 0o700 });
app.setPath('userData', windowFolder);
if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  const { version, workerUrl, rendererFolder, resourcesFolder } = programFiles(
    import.meta.url,
    installed ? path.join(process.resourcesPath, 'resources') : null,
  );
  const files = await loadRendererFiles(rendererFolder);
  const pageSession = session.fromPartition(PARTITION, { cache: false });
  denyPermissions(pageSession);
  denyPermissions(session.defaultSession);
  blockForeignRequests(pageSession, devTools);
  blockForeignRequests(session.defaultSession, devTools);
  askWhereToSave(pageSession);
  askWhereToSave(session.defaultSession);
  serveApp(pageSession, files);

  const core = await createCore({ userDataFolder: dataFolder, resourcesFolder, host: 'desktop', version, workerUrl });
  let window: BrowserWindow | null = null;
  const line = connectIpcLine(core, () => (window && !window.isDestroyed() ? window.webContents : null));
  const template = menuTemplate({ platform: process.platform, commands: CATALOG, run: (id) => line.announce({ type: 'command', id }) });
  Menu.setApplicationMenu(template && Menu.buildFromTemplate(template));
  window = createWindow({ preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)), devTools });
  closeCoreOnQuit(() => core.close(), window);
  showOnSecondStart(window);
  lockWhenAway(core.handlers);
}

/** Says why, in words, and stops. */
function giveUp(error: unknown): void {
  const words =
    error instanceof AppError ? error.message : 'Something is wrong with this copy of Plumbline. Your studies were not touched.';
  process.stderr.write(`${describeDefect(error)}\n`);
  dialog.showErrorBox('Plumbline could not start', words);
  app.exit(1);
}
