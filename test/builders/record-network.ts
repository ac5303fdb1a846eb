// Loaded before a program (`node --import`): writes down every attempt of it to speak to a network or to start another program.
import { appendFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';

/** One attempt, as one line of JSON in the file that PLUMBLINE_NETWORK_LOG names. */
export interface NetworkAttempt {
  what: string;
  /** Address, name or program. */
  where: string;
}

const log = process.env['PLUMBLINE_NETWORK_LOG'];
const require = createRequire(import.meta.url);

type Anything = Record<string, unknown>;

/** Host, path or port among the arguments of a call of Node. */
function whereOf(args: readonly unknown[]): string {
  const [first] = args.flat(2);
  if (typeof first !== 'object' || first === null) return args.filter((arg) => typeof arg !== 'function').join(' ');
  const { host, hostname, path, port, href } = first as Record<string, string | number | undefined>;
  return `${href ?? host ?? hostname ?? path ?? ''} ${port ?? ''}`.trim();
}

function watch(owner: unknown, name: string, what: string): void {
  const place = owner as Anything;
  const real = place[name];
  if (typeof real !== 'function') return;
  place[name] = function watched(this: unknown, ...args: unknown[]): unknown {
    if (log !== undefined) appendFileSync(log, `${JSON.stringify({ what, where: whereOf(args) } satisfies NetworkAttempt)}\n`);
    return Reflect.apply(real, this, args) as unknown;
  };
}

const net = require('node:net') as { Socket: { prototype: unknown }; Server: { prototype: unknown } };
watch(net.Socket.prototype, 'connect', 'connect');
watch(net.Server.prototype, 'listen', 'listen');
const dgram = require('node:dgram') as { Socket: { prototype: unknown } };
for (const name of ['bind', 'connect', 'send']) watch(dgram.Socket.prototype, name, `datagram ${name}`);
const dns = require('node:dns') as Anything & { promises: Anything };
for (const part of [dns, dns.promises])
  for (const name of Object.keys(part)) if (/^(?:lookup|resolve|reverse)/.test(name)) watch(part, name, `name ${name}`);
watch(require('node:tls'), 'connect', 'tls');
for (const name of ['node:http', 'node:https']) for (const way of ['request', 'get']) watch(require(name), way, `${name} ${way}`);
watch(require('node:http2'), 'connect', 'http2');
watch(globalThis, 'fetch', 'fetch');
for (const name of ['WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);
const programs = require('node:child_process') as Anything;
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) watch(programs, name, 'program');
syncBuiltinESMExports();
