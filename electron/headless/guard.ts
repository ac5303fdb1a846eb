// The first look at every request, before any routing: does it come from our own page on this machine (trust.md W2, W3, W4)?

/** What the guard looks at; headers as Node gives them raw: name, value, name, value. */
export interface RequestFacts {
  method: string;
  target: string;
  headers: readonly string[];
}

export type RefusalCode = 'wrong-host' | 'wrong-origin' | 'wrong-method';

export interface Refusal {
  status: 403 | 421;
  code: RefusalCode;
}

const WRONG_HOST: Refusal = { status: 421, code: 'wrong-host' };
const WRONG_ORIGIN: Refusal = { status: 403, code: 'wrong-origin' };
const WRONG_METHOD: Refusal = { status: 403, code: 'wrong-method' };

/** All values of a header, also when it is given more than once. */
export function headerValues(headers: readonly string[], name: string): string[] {
  return headers.filter((_, index) => index % 2 === 1 && headers[index - 1]?.toLowerCase() === name);
}

/** The names under which this server is known; nothing else is ever right (no pattern, no upper case, no trailing dot). */
export function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
}

/** Null when the request may be looked at further. */
export function guardRequest(facts: RequestFacts, port: number): Refusal | null {
  const hosts = headerValues(facts.headers, 'host');
  const [host] = hosts;
  if (hosts.length !== 1 || host === undefined || !ownHosts(port).includes(host)) return WRONG_HOST;
  if (!facts.target.startsWith('/')) return WRONG_HOST;
  if (facts.method === 'OPTIONS' || headerValues(facts.headers, 'upgrade').length > 0) return WRONG_METHOD;

  const origins = headerValues(facts.headers, 'origin');
  const sites = headerValues(facts.headers, 'sec-fetch-site');
  if (origins.length > 1 || sites.length > 1) return WRONG_ORIGIN;
  const sameOrigin = origins[0] === `http://${host}`;
  if (origins.length === 1 && !sameOrigin) return WRONG_ORIGIN;
  if (!siteAllowed(sites[0], facts)) return WRONG_ORIGIN;
  const reading = facts.method === 'GET' || facts.method === 'HEAD';
  if (!reading && !sameOrigin && sites[0] !== 'same-origin') return WRONG_ORIGIN;
  return null;
}

/**
 * `none` is a person's own doing (address typed, link of another program). `cross-site` is allowed for one thing: opening the
 * page itself in a tab, because the file that hands over the start token is such a foreign page. The page holds no data.
 */
function siteAllowed(site: string | undefined, facts: RequestFacts): boolean {
  if (site === undefined || site === 'same-origin') return true;
  if (site === 'none') return facts.method === 'GET' || facts.method === 'HEAD';
  return site === 'cross-site' && opensThePage(facts);
}

function opensThePage(facts: RequestFacts): boolean {
  return (
    facts.method === 'GET' &&
    facts.target === '/' &&
    headerValues(facts.headers, 'sec-fetch-mode').join() === 'navigate' &&
    headerValues(facts.headers, 'sec-fetch-dest').join() === 'document'
  );
}
