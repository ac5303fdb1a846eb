// The one place from which a link leaves Plumbline: a strict look at it, then the person's own yes (trust.md E12).
import { type BaseWindow, dialog, shell } from 'electron';

const LENGTH_LIMIT = 2048;
/** White space, control and direction characters, backslashes: read differently by different programs. */
// oxlint-disable-next-line no-control-regex
const TREACHEROUS = /[\s\\\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/u;
const MAIL_FIELDS: ReadonlySet<string> = new Set(['subject', 'body']);

/** The address as the browser or mail program will get it, and its place as a person may read it; null when it must not leave. */
export function checkedExternal(raw: string): { href: string; place: string } | null {
  if (raw.length >= LENGTH_LIMIT || TREACHEROUS.test(raw)) return null;
  const url = URL.parse(raw);
  if (!url || url.href.length >= LENGTH_LIMIT || url.username !== '' || url.password !== '') return null;
  if (url.protocol === 'https:' || url.protocol === 'http:') {
    // `https:host` without slashes is an address only by leniency.
    return /^https?:\/\/[^/]/i.test(raw) ? { href: url.href, place: url.host } : null;
  }
  if (url.protocol !== 'mailto:') return null;
  const plainMail = /^[^@,;/]+@[^@,;/]+$/.test(url.pathname) && [...url.searchParams.keys()].every((field) => MAIL_FIELDS.has(field));
  return plainMail ? { href: url.href, place: url.pathname } : null;
}

/** Asks, and opens the person's browser or mail program only on a yes. @returns whether it was opened. */
export async function openExternal(raw: string, window: BaseWindow | null): Promise<boolean> {
  const checked = checkedExternal(raw);
  if (!checked || !window || window.isDestroyed()) return false;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Open ${checked.place} outside Plumbline?`,
    detail: checked.href,
    buttons: ['Stay here', 'Open'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response !== 1) return false;
  await shell.openExternal(checked.href);
  return true;
}
