// Every combination of host, origin, site, method, token, media type and target: a short table says who may pass, all else is refused.
import { describe, expect, it } from 'vitest';

import { admit } from '../../../../electron/headless/admit.ts';
import { Auth } from '../../../../electron/headless/auth.ts';

const PORT = 4711;
const files = new Map([
  ['/', { bytes: Buffer.from('<!doctype html>'), mediaType: 'text/html; charset=utf-8' }],
  ['/assets/app.js', { bytes: Buffer.from('export {}'), mediaType: 'text/javascript; charset=utf-8' }],
]);

/** Values of the Host header; a list stands for several headers. */
const HOSTS = [
  ['127.0.0.1:4711'],
  ['localhost:4711'],
  ['[::1]:4711'],
  [],
  ['127.0.0.1:4711', '127.0.0.1:4711'],
  ['127.0.0.1'],
  ['127.0.0.1:4712'],
  ['127.0.0.1.:4711'],
  ['LOCALHOST:4711'],
  ['localhost.:4711'],
  ['user@127.0.0.1:4711'],
  ['rebind.test:4711'],
  ['127.0.0.1:4711.rebind.test'],
  ['0.0.0.0:4711'],
];
const OWN_HOSTS = new Set(['127.0.0.1:4711', 'localhost:4711', '[::1]:4711']);

/** `own` is replaced by the origin that fits the host. */
const ORIGINS = [
  [],
  ['own'],
  ['own', 'own'],
  ['null'],
  ['http://evil.test'],
  ['http://127.0.0.1:4712'],
  ['https://127.0.0.1:4711'],
  ['http://127.0.0.1:4711/'],
  ['http://127.0.0.1:4711.evil.test'],
  ['http://evil.test/http://127.0.0.1:4711'],
];
const SITES = [
  [],
  ['same-origin'],
  ['none'],
  ['same-site'],
  ['cross-site'],
  ['cross-site navigation'],
  ['same-origin', 'same-origin'],
  ['other'],
];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'];
const TOKENS = ['none', 'session', 'wrong', 'session as start token'];
const MEDIA_TYPES = [[], ['application/json'], ['application/json; charset=utf-8'], ['text/plain'], ['multipart/form-data; boundary=x']];
const TARGETS = ['/', '/assets/app.js', '/rpc/app.status', '/rpc/no.such', '/events', '/session', '/elsewhere', 'http://127.0.0.1:4711/'];

interface Case {
  host: string[];
  origin: string[];
  site: string[];
  method: string;
  token: string;
  mediaType: string[];
  target: string;
}

const one = (values: string[], ...allowed: string[]): boolean => values.length === 1 && allowed.includes(values[0] ?? '');
const none = (values: string[]): boolean => values.length === 0;
const ownHost = ({ host }: Case): boolean => host.length === 1 && OWN_HOSTS.has(host[0] ?? '');
const noForeignOrigin = ({ origin }: Case): boolean => none(origin) || one(origin, 'own');
/** What only our own page can say of itself. */
const fromPage = ({ origin, site }: Case): boolean =>
  (one(origin, 'own') && (none(site) || one(site, 'same-origin'))) || (none(origin) && one(site, 'same-origin'));
const json = ({ mediaType }: Case): boolean => one(mediaType, 'application/json', 'application/json; charset=utf-8');
const reading = ({ method }: Case): boolean => method === 'GET' || method === 'HEAD';

/** Who may pass. */
const MAY_PASS: Record<string, (request: Case) => boolean> = {
  'the page, opened by a person or by itself': (c) =>
    c.target === '/' && reading(c) && noForeignOrigin(c) && (none(c.site) || one(c.site, 'same-origin', 'none')),
  'the page, opened by another page in a tab': (c) =>
    c.target === '/' && c.method === 'GET' && noForeignOrigin(c) && one(c.site, 'cross-site navigation'),
  'a file of the page': (c) =>
    c.target === '/assets/app.js' && reading(c) && noForeignOrigin(c) && (none(c.site) || one(c.site, 'same-origin', 'none')),
  'signing in (the token is looked at afterwards)': (c) => c.target === '/session' && c.method === 'POST' && fromPage(c) && json(c),
  'a call with a session': (c) => c.target === '/rpc/app.status' && c.method === 'POST' && fromPage(c) && json(c) && c.token === 'session',
  'listening with a session': (c) =>
    c.target === '/events' &&
    c.method === 'GET' &&
    noForeignOrigin(c) &&
    (none(c.site) || one(c.site, 'same-origin')) &&
    c.token === 'session',
};

function* everyCase(): Generator<Case> {
  for (const host of HOSTS)
    for (const origin of ORIGINS)
      for (const site of SITES)
        for (const method of METHODS)
          for (const token of TOKENS)
            for (const mediaType of MEDIA_TYPES)
              for (const target of TARGETS) yield { host, origin, site, method, token, mediaType, target };
}

function rawHeaders(request: Case, session: string): string[] {
  const own = `http://${request.host[0] ?? '127.0.0.1:4711'}`;
  const headers: string[] = [];
  for (const value of request.host) headers.push('Host', value);
  for (const value of request.origin) headers.push('Origin', value === 'own' ? own : value);
  for (const value of request.site) {
    headers.push('Sec-Fetch-Site', value.split(' ')[0] ?? '');
    if (value.endsWith('navigation')) headers.push('Sec-Fetch-Mode', 'navigate', 'Sec-Fetch-Dest', 'document');
  }
  for (const value of request.mediaType) headers.push('Content-Type', value);
  if (request.token === 'session') headers.push('Authorization', `Bearer ${session}`);
  if (request.token === 'wrong') headers.push('Authorization', `Bearer ${'A'.repeat(43)}`);
  if (request.token === 'session as start token') headers.push('Authorization', `Plumbline-Start ${session}`);
  return headers;
}

function signedIn(): { auth: Auth; session: string } {
  const auth = new Auth({ now: () => 0 });
  const exchange = auth.exchange(auth.issueStartToken());
  if (!exchange.ok) throw new Error('no session');
  return { auth, session: exchange.session };
}

describe('admit', () => {
  it('lets pass what the table names and refuses everything else', () => {
    const { auth, session } = signedIn();
    const gate = { port: PORT, auth, files };
    const passed = new Map(Object.keys(MAY_PASS).map((row) => [row, 0]));
    const wrong: string[] = [];
    let total = 0;
    for (const request of everyCase()) {
      total += 1;
      const row = Object.keys(MAY_PASS).find((name) => ownHost(request) && MAY_PASS[name]?.(request));
      const admission = admit({ method: request.method, target: request.target, headers: rawHeaders(request, session) }, gate);
      if (row) passed.set(row, (passed.get(row) ?? 0) + 1);
      const expected = row !== undefined;
      const asExpected = expected === (admission.kind !== 'refused');
      const refusedRightly = admission.kind !== 'refused' || (admission.status >= 400 && admission.status < 500);
      if (!asExpected || !refusedRightly) wrong.push(JSON.stringify({ request, row, admission }));
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(total).toBeGreaterThan(400_000);
    for (const [row, count] of passed) expect(count, row).toBeGreaterThan(0);
  });

  it('refuses upgrades, also from our own page', () => {
    const { auth, session } = signedIn();
    const headers = [
      'Host',
      '127.0.0.1:4711',
      'Origin',
      'http://127.0.0.1:4711',
      'Upgrade',
      'websocket',
      'Authorization',
      `Bearer ${session}`,
    ];
    expect(admit({ method: 'GET', target: '/events', headers }, { port: PORT, auth, files })).toMatchObject({
      kind: 'refused',
      status: 403,
    });
  });

  it('gives nobody the page inside a frame or as a picture of another site', () => {
    const { auth } = signedIn();
    for (const destination of ['iframe', 'image', 'script', 'object', 'embed', 'style', 'empty']) {
      const headers = [
        'Host',
        '127.0.0.1:4711',
        'Sec-Fetch-Site',
        'cross-site',
        'Sec-Fetch-Mode',
        'navigate',
        'Sec-Fetch-Dest',
        destination,
      ];
      expect(admit({ method: 'GET', target: '/', headers }, { port: PORT, auth, files }), destination).toMatchObject({ status: 403 });
    }
  });

  it('reads the place to resume from, and only a plain number', () => {
    const { auth, session } = signedIn();
    const ask = (target: string) =>
      admit(
        { method: 'GET', target, headers: ['Host', 'localhost:4711', 'Authorization', `Bearer ${session}`] },
        { port: PORT, auth, files },
      );
    expect(ask('/events?after=12')).toMatchObject({ kind: 'events', after: 12 });
    expect(ask('/events')).toMatchObject({ kind: 'events', after: null });
    for (const bad of ['-1', '1.5', '1e3', '0x1', '', '1&after=2', '9'.repeat(16)]) {
      expect(ask(`/events?after=${bad}`), bad).toMatchObject({ kind: 'refused', status: 400 });
    }
  });
});
