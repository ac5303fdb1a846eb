// Finds out whether the desktop window can be opened on this machine.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Path of Electron's program; null when it has not been fetched. Looking never starts a download. */
export function electronBinary(root: string, env: Environment = process.env): string | null {
  const folder = path.join(root, 'node_modules', 'electron');
  const name = path.join(folder, 'path.txt');
  if (!existsSync(name)) return null;
  const dist = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(folder, 'dist');
  const binary = path.join(dist, readFileSync(name, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Why no desktop window can be opened here, as the end of a sentence; null when nothing speaks against it. */
export function noDesktopReason(platform: NodeJS.Platform, env: Environment, userId: number | undefined): string | null {
  if (platform !== 'linux') return null;
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'there is no screen here';
  return userId === 0 ? 'Chromium does not start as root with its sandbox on' : null;
}
