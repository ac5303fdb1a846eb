// The native menu. Windows and Linux have none: the window brings its own; a Mac must have one, with what every Mac app has.
import type { MenuItemConstructorOptions } from 'electron';

import type { Command } from '#shared/commands/command';

export interface MenuOptions {
  platform: NodeJS.Platform;
  commands: readonly Command[];
  /** Runs a command in the window, which decides whether it applies. */
  run(id: string): void;
}

/** The system's own undo and redo serve text fields; outside of them the window's keys come first. */
const BY_ROLE: ReadonlySet<string> = new Set(['edit.undo', 'edit.redo']);
/** Nothing here reloads the page or opens developer tools (trust.md E17). */
const APP_MENU: MenuItemConstructorOptions = {
  label: 'Plumbline',
  submenu: [
    { role: 'about' },
    { type: 'separator' },
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    { type: 'separator' },
    { role: 'quit' },
  ],
};
const EDIT_ROLES: MenuItemConstructorOptions[] = [
  { role: 'undo' },
  { role: 'redo' },
  { type: 'separator' },
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
  { type: 'separator' },
];
const VIEW_ROLES: MenuItemConstructorOptions[] = [{ role: 'togglefullscreen' }, { type: 'separator' }];
const WINDOW_MENU: MenuItemConstructorOptions = { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'front' }] };

/** Null where the platform's windows carry their own menu. */
export function menuTemplate({ platform, commands, run }: MenuOptions): MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null;
  // Groups stand in the order in which the catalogue first names them; help comes last, as on every Mac.
  const groups = new Set<string>([...commands.map((command) => command.group).filter((group) => group !== 'Help'), 'Help']);
  const menus = [...groups].map((group): MenuItemConstructorOptions => {
    const items = commands
      .filter((command) => command.group === group && !command.keyOnly && !BY_ROLE.has(command.id))
      .map((command): MenuItemConstructorOptions => ({ label: command.title, toolTip: keysText(command), click: () => run(command.id) }));
    const roles = group === 'Edit' ? EDIT_ROLES : group === 'View' ? VIEW_ROLES : [];
    return { label: group, submenu: [...roles, ...items] };
  });
  const filled = menus.filter((menu) => Array.isArray(menu.submenu) && menu.submenu.length > 0);
  return [APP_MENU, ...filled.slice(0, -1), WINDOW_MENU, ...filled.slice(-1)];
}

/** Keys are shown, not bound: the window's dispatcher is the only place that listens to them. */
function keysText(command: Command): string {
  return (command.macKeys ?? command.keys ?? []).join(', ').replaceAll('Mod', '⌘');
}
