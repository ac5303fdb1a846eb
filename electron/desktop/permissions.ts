// Browser powers are refused, all of them but two that hand nothing out (trust.md E4).
import type { Session } from 'electron';

import { APP_ORIGIN, originOf } from './app-address.ts';

/** Copying our own text, and filling the screen. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** Sets every handler that Electron asks before it grants something. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(ALLOWED.has(permission) && details.isMainFrame && originOf(details.requestingUrl) === APP_ORIGIN);
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    return ALLOWED.has(permission) && details.isMainFrame && originOf(requestingOrigin) === APP_ORIGIN;
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  // No signed-in Windows user's hash for anybody who asks.
  session.allowNTLMCredentialsForDomains('');
}
