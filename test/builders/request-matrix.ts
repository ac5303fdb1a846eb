// Every kind of request that may knock at the loopback host, and the table of those that may come in (trust.md 2.2, Test).

/** One request, each part by its name. */
export interface Knock {
  target: Target;
  method: (typeof METHODS)[number];
  host: keyof typeof HOSTS;
  origin: keyof typeof ORIGINS;
  site: (typeof SITES)[number];
  token: (typeof TOKENS)[number];
  type: (typeof TYPES)[number];
}

type Spell = (own: string, port: number) => string;

/** Lines of the Host header. `own` is where the request really goes. */
export const HOSTS = {
  '127.0.0.1': (port) => [`127.0.0.1:${port}`],
  localhost: (port) => [`localhost:${port}`],
  '[::1]': (port) => [`[::1]:${port}`],
  missing: () => [],
  twice: (port) => [`127.0.0.1:${port}`, `127.0.0.1:${port}`],
  'without port': () => ['127.0.0.1'],
  'other port': (port) => [`127.0.0.1:${port + 1}`],
  'upper case, dot': (port) => [`LOCALHOST.:${port}`],
  userinfo: (port) => [`user@127.0.0.1:${port}`],
  rebound: (port) => [`rebind.test:${port}`],
} satisfies Record<string, (port: number) => string[]>;

/** The Origin header; `own` is the host as the request names it. */
export const ORIGINS = {
  own: (own) => `http://${own}`,
  missing: () => '',
  null: () => 'null',
  'own name, other spelling': (own, port) => `http://${own.startsWith('127') ? 'localhost' : '127.0.0.1'}:${port}`,
  'other port': (_own, port) => `http://127.0.0.1:${port + 1}`,
  https: (own) => `https://${own}`,
  'own as a prefix': (own) => `http://${own}.evil.test`,
  'own with a slash': (own) => `http://${own}/`,
  'other site': () => 'http://evil.test',
} satisfies Record<string, Spell>;

export const SITES = ['missing', 'same-origin', 'same-site', 'cross-site', 'none'] as const;
export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'] as const;
/** `right` is what the target asks for: a session, or a start token for /session. */
export const TOKENS = ['right', 'wrong', 'missing', 'other scheme'] as const;
export const TYPES = ['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'missing'] as const;
/** Writing comes last: what the study does by itself after an edit (a checkpoint when idle) is no request's doing. */
export const TARGETS = ['/rpc/app.status', '/session', '/events', '/', '/assets/app.js', '/nothing', '/rpc/vault.edit'] as const;
export type Target = (typeof TARGETS)[number];

const any = null;
const OWN_HOSTS = ['127.0.0.1', 'localhost', '[::1]'];
const BOTH = ['own', 'missing'];

/** One line of the table: what each part may be; null where it does not matter. */
type Line = readonly [string, readonly string[], readonly string[], readonly string[], readonly string[] | null, readonly string[] | null];

/**
 * Who may pass, and nobody else: target, methods, origins, sites, tokens, types. The host is always one of our own three names.
 * What writes or answers with data must come from our own page: by its Origin, or by what the browser says of it.
 */
// oxfmt-ignore
const MAY_PASS: readonly Line[] = [
  // A call: a session, and our own page behind it.
  ['/rpc/vault.edit', ['POST'],        ['own'],     ['missing', 'same-origin'],         ['right'], ['application/json']],
  ['/rpc/vault.edit', ['POST'],        ['missing'], ['same-origin'],                    ['right'], ['application/json']],
  ['/rpc/app.status', ['POST'],        ['own'],     ['missing', 'same-origin'],         ['right'], ['application/json']],
  ['/rpc/app.status', ['POST'],        ['missing'], ['same-origin'],                    ['right'], ['application/json']],
  // Signing in: the start token, once.
  ['/session',        ['POST'],        ['own'],     ['missing', 'same-origin'],         ['right'], ['application/json']],
  ['/session',        ['POST'],        ['missing'], ['same-origin'],                    ['right'], ['application/json']],
  // Listening: a session; a browser sends no Origin with a GET of its own page.
  ['/events',         ['GET'],         BOTH,        ['missing', 'same-origin'],         ['right'], any],
  // The page and its files hold no data: whoever stands at this machine may fetch them, no other page may.
  ['/',               ['GET', 'HEAD'], BOTH,        ['missing', 'same-origin', 'none'], any,       any],
  ['/assets/app.js',  ['GET', 'HEAD'], BOTH,        ['missing', 'same-origin', 'none'], any,       any],
];

/** What the table says. */
export function mayPass(knock: Knock): boolean {
  if (!OWN_HOSTS.includes(knock.host)) return false;
  return MAY_PASS.some(
    ([target, methods, origins, sites, tokens, types]) =>
      target === knock.target &&
      methods.includes(knock.method) &&
      origins.includes(knock.origin) &&
      sites.includes(knock.site) &&
      (tokens === null || tokens.includes(knock.token)) &&
      (types === null || types.includes(knock.type)),
  );
}

/** Would it pass if one part of it were another? These are the requests on which a careless check fails first. */
export function nearMiss(knock: Knock): boolean {
  const others = { host: Object.keys(HOSTS), origin: Object.keys(ORIGINS), site: SITES, method: METHODS, token: TOKENS, type: TYPES };
  return Object.entries(others).some(([part, values]) => values.some((value) => mayPass({ ...knock, [part]: value })));
}

/** All requests at one target: 43,200. */
export function* everyKnock(target: Target): Generator<Knock> {
  for (const host of Object.keys(HOSTS) as Knock['host'][])
    for (const origin of Object.keys(ORIGINS) as Knock['origin'][])
      for (const site of SITES)
        for (const method of METHODS)
          for (const token of TOKENS) for (const type of TYPES) yield { target, host, origin, site, method, token, type };
}

/** The request as it goes over the wire. @param right token that the target asks for. */
export function knockText(knock: Knock, port: number, right: string, body: string): string {
  const hosts = HOSTS[knock.host](port);
  const own = hosts[0] ?? `127.0.0.1:${port}`;
  const origin = ORIGINS[knock.origin](own, port);
  const scheme = knock.target === '/session' ? 'Plumbline-Start' : 'Bearer';
  const other = knock.target === '/session' ? 'Bearer' : 'Plumbline-Start';
  const token = { right: `${scheme} ${right}`, wrong: `${scheme} ${'A'.repeat(43)}`, missing: '', 'other scheme': `${other} ${right}` };
  const bodied = knock.method !== 'GET' && knock.method !== 'HEAD' && knock.method !== 'OPTIONS';
  const lines = [
    `${knock.method} ${knock.target} HTTP/1.1`,
    ...hosts.map((host) => `Host: ${host}`),
    ...(origin === '' ? [] : [`Origin: ${origin}`]),
    ...(knock.site === 'missing' ? [] : [`Sec-Fetch-Site: ${knock.site}`]),
    ...(token[knock.token] === '' ? [] : [`Authorization: ${token[knock.token]}`]),
    ...(knock.type === 'missing' ? [] : [`Content-Type: ${knock.type}`]),
    ...(bodied ? [`Content-Length: ${Buffer.byteLength(body)}`] : []),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${bodied ? body : ''}`;
}
