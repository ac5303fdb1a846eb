// Opens the person's browser at an address without putting it on a command line, where other users of the machine could read it (trust.md W5).
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface RedirectFile {
  file: string;
  remove(): void;
}

/** A page for its owner's eyes only that sends the browser on to the address. */
export async function writeRedirectFile(address: string): Promise<RedirectFile> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'plumbline-'));
  await chmod(folder, 0o700);
  const file = path.join(folder, 'open-plumbline.html');
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${address}">
<title>Opening Plumbline</title>
<p><a href="${address}">Open Plumbline</a></p>
</html>
`;
  await writeFile(file, page, { mode: 0o600, flag: 'wx' });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The program that opens a file in the person's browser; null where there is no screen to open one on. */
export function browserCommand(
  file: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): { command: string; args: string[] } | null {
  if (platform === 'darwin') return { command: 'open', args: [file] };
  if (platform === 'win32') return { command: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', pathToFileURL(file).href] };
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? { command: 'xdg-open', args: [file] } : null;
}

/**
 * Tries to open the browser; the file is removed when its token is worth nothing any more.
 * @returns false when there is no screen or no program for it; the person then opens the printed address.
 */
export async function openBrowser(address: string, tokenMs: number): Promise<boolean> {
  const redirect = await writeRedirectFile(address);
  const opener = browserCommand(redirect.file, process.platform, process.env);
  const opened = opener !== null && (await started(opener.command, opener.args));
  if (!opened) {
    redirect.remove();
    return false;
  }
  process.once('exit', redirect.remove);
  setTimeout(() => {
    process.off('exit', redirect.remove);
    redirect.remove();
  }, tokenMs).unref();
  return true;
}

/** True when the program could be started; it is not waited for. */
function started(command: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.once('spawn', () => resolve(true));
    child.once('error', () => resolve(false));
    child.unref();
  });
}
