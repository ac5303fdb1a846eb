// Serves the window's files under app://plumbline/ from a list made at start-up; a request never becomes a path (trust.md E3, E9).
import { protocol, type Session } from 'electron';

import type { RendererFiles } from '#core/services/renderer-files';
import { securityHeaders } from '#core/services/security-headers';

import { APP_HOST, APP_SCHEME } from './app-address.ts';

const HEADERS = securityHeaders('desktop');

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Answers every request of this scheme in this session. */
export function serveApp(session: Session, files: RendererFiles): void {
  session.protocol.handle(APP_SCHEME, (request) => respond(request, files));
}

function respond(request: Request, files: RendererFiles): Response {
  const url = URL.parse(request.url);
  const plain = url !== null && url.host === APP_HOST && url.search === '' && url.username === '' && url.password === '';
  const reading = request.method === 'GET' || request.method === 'HEAD';
  const file = plain && reading ? files.get(url.pathname) : undefined;
  if (!file) return new Response(null, { status: 404, headers: HEADERS });
  const body = request.method === 'HEAD' ? null : new Uint8Array(file.bytes);
  return new Response(body, { headers: { ...HEADERS, 'content-type': file.mediaType } });
}
