// `npm start`: builds when something has changed, then opens Plumbline on the desktop, or in the browser where that is not possible.
import { spawn, spawnSync, type StdioOptions } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { CORE_NODE_FLAGS } from '#core/node-flags';

import { isBuilt } from './build-state.ts';
import { electronBinary, noDesktopReason } from './electron-binary.ts';

const root = path.resolve(import.meta.dirname, '..');
const FETCH_LIMIT_MS = 5 * 60_000;
/** A desktop window that dies this soon (ms) never opened. */
const OPENED_AFTER_MS = 5000;

const { values } = parseArgs({
  options: {
    'no-open': { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
    port: { type: 'string' },
    vault: { type: 'string' },
  },
});
const inBrowser = values.browser || values['no-open'] || values.vault !== undefined || Boolean(process.env['PLUMBLINE_NO_OPEN']);

build();
const reason = inBrowser ? null : await openDesktop();
if (inBrowser || reason !== null) {
  if (reason !== null) process.stdout.write(`The desktop window is not available (${reason}); Plumbline runs in your browser instead.\n`);
  const entry = path.join(root, 'out/main/headless.js');
  // The channel tells the host when this program is gone, however it went.
  process.exitCode = await run(
    process.execPath,
    [...CORE_NODE_FLAGS, entry, ...headlessArguments()],
    ['inherit', 'inherit', 'inherit', 'ipc'],
  );
}

function build(): void {
  if (isBuilt(root)) return;
  process.stdout.write('Building Plumbline (a few seconds, only after changes) …\n');
  const tool = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}\nPlumbline could not be built. Run \`npm ci\` and try again.\n`);
  process.exit(1);
}

/** @returns null when the desktop app ran and ended, otherwise why it could not. */
async function openDesktop(): Promise<string | null> {
  const against = noDesktopReason(process.platform, process.env, process.getuid?.());
  if (against !== null) return against;
  const binary = electronBinary(root) ?? fetchElectron();
  if (binary === null) return 'Electron could not be fetched';
  const begun = performance.now();
  const status = await run(binary, [root]);
  if (status !== 0 && performance.now() - begun < OPENED_AFTER_MS) return 'Electron did not start';
  process.exitCode = status;
  return null;
}

/** Electron's own installer: fetches the program once, checks it against the checksums in its package. */
function fetchElectron(): string | null {
  process.stdout.write('Fetching the desktop shell (about 110 MB, once) …\n');
  spawnSync(process.execPath, [path.join(root, 'node_modules/electron/install.js')], { stdio: 'ignore', timeout: FETCH_LIMIT_MS });
  return electronBinary(root);
}

/** Runs a program with this terminal until it ends; ends it when this one is told to end. @returns its exit code. */
function run(command: string, args: string[], stdio: StdioOptions = 'inherit'): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void child.kill(signal));
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function headlessArguments(): string[] {
  const args: string[] = [];
  if (values['no-open']) args.push('--no-open');
  if (values.port !== undefined) args.push('--port', values.port);
  if (values.vault !== undefined) args.push('--vault', values.vault);
  return args;
}
