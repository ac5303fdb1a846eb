// Files leave the window only as exports that the page made itself, to a place the person chooses (trust.md E19).
import type { Session } from 'electron';

import { APP_ORIGIN } from './app-address.ts';

/** Documents that the readout and the tables are exported as; nothing that a computer would run. */
const EXPORT_KINDS: ReadonlySet<string> = new Set(['md', 'html', 'txt', 'csv', 'json', 'ics', 'png', 'pdf', 'docx', 'xlsx', 'qdpx', 'qdc']);

/** Cancels every download but those from the page's own memory; those open the save dialog. */
export function askWhereToSave(session: Session): void {
  session.on('will-download', (event, item) => {
    const name = item.getFilename();
    const kind = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
    if (!item.getURL().startsWith(`blob:${APP_ORIGIN}/`) || !EXPORT_KINDS.has(kind)) return event.preventDefault();
    item.setSaveDialogOptions({
      title: 'Save export',
      defaultPath: plainName(name),
      filters: [{ name: kind.toUpperCase(), extensions: [kind] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
  });
}

/** A file name without folders, control and direction characters; leading dots would hide it. */
function plainName(name: string): string {
  // oxlint-disable-next-line no-control-regex
  return name.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]/gu, '-').replace(/^\.+/, '');
}
