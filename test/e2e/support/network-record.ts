// Everything that left a browser or our host during a run: Chromium's own net log, and what the host's preload wrote down.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { NetworkAttempt } from '../../builders/record-network.ts';
import { REPOSITORY } from './host.ts';

/** Environment that makes a Node program of ours write down its attempts. */
export function recordingEnvironment(log: string): Record<string, string> {
  const preload = pathToFileURL(path.join(REPOSITORY, 'test/builders/record-network.ts')).href;
  return { NODE_OPTIONS: `--import=${preload}`, PLUMBLINE_NETWORK_LOG: log };
}

function recordedAttempts(log: string): NetworkAttempt[] {
  if (!existsSync(log)) return [];
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as NetworkAttempt);
}

/** What a program of ours tried, each once; that listening on 127.0.0.1 looks that number up is left out. */
export function attemptsOf(log: string): string[] {
  const attempts = recordedAttempts(log).filter(({ what, where }) => !(what.startsWith('name lookup') && where.startsWith('127.0.0.1')));
  return [...new Set(attempts.map(({ what, where }) => `${what} ${where}`))];
}

export interface BrowserTraffic {
  /** Addresses that were asked for, with a host. */
  urls: string[];
  /** Other ends of sockets, `127.0.0.1:4711`. */
  peers: string[];
  /** Names that were looked up. */
  names: string[];
}

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; source: { id: number }; params?: Record<string, unknown> }[];
}

/** A name that was not looked up; which one it was shows among the addresses. Hints to look one up are elements, which are looked for in the page. */
const NOT_LOOKED_UP = /~notfound/;

/** What Chromium tries by itself, whatever page it shows: its own updates, accounts, messages and search features, and whether there is IPv6. Names are never resolved here. */
const CHROMIUMS_OWN =
  /^(?:https?:\/\/)?(?:accounts\.google\.com|(?:update|content-autofill|optimizationguide-pa)\.googleapis\.com|clients2\.google\.com)\b|^https:\/\/(?:android\.clients\.google\.com\/checkin$|www\.google\.com\/async\/folae\?)|^\[2001:4860:4860::8888\]:443$/;

/** Reads the file of `--log-net-log`, whole once the browser is closed. */
export function browserTraffic(file: string): BrowserTraffic {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const nameOf = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  const urls = new Set<string>();
  const peers = new Set<string>();
  const names = new Set<string>();
  // A datagram socket is also bound to an address to learn the own one, when addresses are put in order; something leaves with its first bytes.
  const bound = new Map<number, string>();
  for (const { type, source, params = {} } of events) {
    const event = nameOf.get(type) ?? '';
    const { url, address, address_list: list, host, hostname } = params as Record<string, unknown>;
    if (event.startsWith('URL_REQUEST') && typeof url === 'string' && /^\w+:\/\//.test(url)) urls.add(url);
    if (event === 'UDP_CONNECT' && typeof address === 'string') bound.set(source.id, address);
    if (/TCP_CONNECT|UDP_BYTES_SENT/.test(event)) {
      const peer = typeof address === 'string' ? address : bound.get(source.id);
      if (peer !== undefined) peers.add(peer);
      if (Array.isArray(list)) for (const each of list) peers.add(String(each));
    }
    if (/^HOST_RESOLVER_(?:MANAGER_REQUEST|MANAGER_JOB|DNS_TASK|SYSTEM_TASK)|^DNS_TRANSACTION/.test(event)) {
      const name = host ?? hostname;
      if (typeof name === 'string') names.add(name);
    }
  }
  const pages = (list: Set<string>): string[] => [...list].filter((each) => !CHROMIUMS_OWN.test(each));
  return { urls: pages(urls), peers: pages(peers), names: pages(names).filter((name) => !NOT_LOOKED_UP.test(name)) };
}
