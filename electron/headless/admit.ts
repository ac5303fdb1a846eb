// From a request's first lines to what is done with it: guard, then token, then route, then media type. No body is read before this.
import type { RendererFile, RendererFiles } from '#core/services/renderer-files';
import { METHOD_NAMES, type MethodName } from '#shared/rpc/contract';

import type { Auth } from './auth.ts';
import { guardRequest, headerValues, type RefusalCode, type RequestFacts } from './guard.ts';

export type Admission =
  | { kind: 'file'; file: RendererFile }
  | { kind: 'session'; startToken: string | null }
  | { kind: 'rpc'; method: MethodName }
  | { kind: 'events'; after: number | null; sessionToken: string }
  | { kind: 'refused'; status: number; code: RefusalCode | 'not-signed-in' | 'paused' | 'not-found' | 'wrong-media-type' | 'bad-request' };

export interface Gate {
  port: number;
  auth: Auth;
  files: RendererFiles;
}

const START_SCHEME = 'Plumbline-Start ';
const SESSION_SCHEME = 'Bearer ';
const RPC_PATH = '/rpc/';

const refused = (status: number, code: Extract<Admission, { kind: 'refused' }>['code']): Admission => ({ kind: 'refused', status, code });

/** Decides about a request from its first line and headers alone. */
export function admit(facts: RequestFacts, gate: Gate): Admission {
  const refusal = guardRequest(facts, gate.port);
  if (refusal) return refused(refusal.status, refusal.code);

  const file = gate.files.get(facts.target);
  if (file) return facts.method === 'GET' || facts.method === 'HEAD' ? { kind: 'file', file } : refused(405, 'wrong-method');

  const path = facts.target.split('?', 1)[0] ?? '';
  const api = path === '/session' || path === '/events' || path.startsWith(RPC_PATH);
  if (!api) return refused(404, 'not-found');
  // A person's own navigation never asks the interface.
  if (headerValues(facts.headers, 'sec-fetch-site')[0] === 'none') return refused(403, 'wrong-origin');
  return path === '/session' ? admitSession(facts) : admitWithToken(facts, path, gate.auth);
}

function admitSession(facts: RequestFacts): Admission {
  if (facts.method !== 'POST') return refused(405, 'wrong-method');
  if (!isJson(facts)) return refused(415, 'wrong-media-type');
  return { kind: 'session', startToken: bearer(facts, START_SCHEME) };
}

function admitWithToken(facts: RequestFacts, path: string, auth: Auth): Admission {
  const events = path === '/events';
  const sessionToken = bearer(facts, SESSION_SCHEME);
  if (sessionToken === null || !auth.accepts(sessionToken, events ? 'listen' : 'call')) {
    return auth.paused ? refused(429, 'paused') : refused(401, 'not-signed-in');
  }
  if (facts.method !== (events ? 'GET' : 'POST')) return refused(405, 'wrong-method');
  if (events) return admitEvents(facts.target, sessionToken);
  if (!isJson(facts)) return refused(415, 'wrong-media-type');
  const method = METHOD_NAMES.find((name) => facts.target === RPC_PATH + name);
  return method === undefined ? refused(404, 'not-found') : { kind: 'rpc', method };
}

function admitEvents(target: string, sessionToken: string): Admission {
  const match = /^\/events(?:\?after=(\d{1,15}))?$/.exec(target);
  if (!match) return refused(400, 'bad-request');
  return { kind: 'events', after: match[1] === undefined ? null : Number(match[1]), sessionToken };
}

function bearer(facts: RequestFacts, scheme: string): string | null {
  const values = headerValues(facts.headers, 'authorization');
  const [value] = values;
  return values.length === 1 && value?.startsWith(scheme) ? value.slice(scheme.length) : null;
}

/** Only this media type is taken: a page of another origin cannot send it without asking first, and asking is refused. */
function isJson(facts: RequestFacts): boolean {
  return /^application\/json(?:; ?charset=utf-8)?$/i.test(headerValues(facts.headers, 'content-type').join());
}
