// Lets only the app's own files through, whatever part of the window asks (trust.md E11).
import type { OnBeforeRequestListenerDetails, Session } from 'electron';

import { APP_ORIGIN, originOf } from './app-address.ts';

/** @param devTools true where developer tools may load their own files. */
export function blockForeignRequests(session: Session, devTools: boolean): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwnRequest(details, devTools) }));
}

function isOwnRequest({ url, resourceType }: OnBeforeRequestListenerDetails, devTools: boolean): boolean {
  if (originOf(url) === APP_ORIGIN) return true;
  const parsed = URL.parse(url);
  if (parsed?.protocol === 'blob:') return url.startsWith(`blob:${APP_ORIGIN}/`);
  if (parsed?.protocol === 'data:') return resourceType === 'image';
  return devTools && parsed?.protocol === 'devtools:';
}
