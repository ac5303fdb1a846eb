// Where Plumbline keeps its settings and list of recent studies on this computer; the same for desktop, browser and command line.
import os from 'node:os';
import path from 'node:path';

interface Surroundings {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
}

/**
 * The platform's usual place, or PLUMBLINE_DATA where it is set. Studies themselves lie where the person puts them.
 * @returns an absolute path; the folder may not exist yet.
 */
export function userDataFolder(
  { platform, env, home }: Surroundings = { platform: process.platform, env: process.env, home: os.homedir() },
): string {
  if (env['PLUMBLINE_DATA']) return path.resolve(env['PLUMBLINE_DATA']);
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Plumbline');
  if (platform === 'win32') return path.join(absolute(env['APPDATA']) ?? path.join(home, 'AppData', 'Roaming'), 'Plumbline');
  return path.join(absolute(env['XDG_DATA_HOME']) ?? path.join(home, '.local', 'share'), 'plumbline');
}

/** The XDG rules: a relative path in these variables counts as not set. */
function absolute(folder: string | undefined): string | null {
  return folder && path.isAbsolute(folder) ? folder : null;
}
