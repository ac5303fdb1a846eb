// The one address of the desktop window, and the test whether something is it.

export const APP_SCHEME = 'app';
export const APP_HOST = 'plumbline';
/** Origin as Chromium spells it for a standard scheme. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
/** Address of the page. */
export const APP_URL = `${APP_ORIGIN}/`;

/** True for the page itself, with or without a fragment; never by prefix. */
export function isAppPage(url: string): boolean {
  return url === APP_URL || url.startsWith(`${APP_URL}#`);
}

/** Scheme and host of an address; null when it is none or names a user. Node knows no origin for custom schemes, so it is put together here. */
export function originOf(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed && parsed.username === '' && parsed.password === '' ? `${parsed.protocol}//${parsed.host}` : null;
}
