// A disk that fails at the k-th operation: with an error, or by writing less than it was asked to.
import type { Disk } from '#core/vault/disk';

import { type DiskCall, interceptDisk } from './intercept-disk.ts';
import type { SimulatedDisk } from './simulated-disk.ts';
import { systemError } from './simulated-node.ts';

export const FAULT_CODES = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE'] as const;

/** An error of the system, or a write that does half of its work or nothing. */
export type FaultKind = (typeof FAULT_CODES)[number] | 'short-half' | 'short-zero';
export const FAULT_KINDS: readonly FaultKind[] = [...FAULT_CODES, 'short-half', 'short-zero'];

export interface Fault {
  kind: FaultKind;
  /** The operation that fails, from 1, among those the kind can befall. */
  at: number;
  /** Every one from there on fails until the fault is lifted. */
  persistent: boolean;
}

export class FaultyDisk {
  readonly disk: Disk;
  /** Operations so far that the fault could have befallen. */
  operations = 0;
  /** What failed, for the report: method and end of the path. */
  struck: string | null = null;
  /** A flush that was tried again on a file whose flush had failed (fsyncgate). */
  violations: string[] = [];
  #fault: Fault | null;
  readonly #simulated: SimulatedDisk;
  readonly #poisoned = new WeakSet<object>();

  constructor(simulated: SimulatedDisk, fault: Fault | null) {
    this.#simulated = simulated;
    this.#fault = fault;
    this.disk = interceptDisk(
      simulated.disk,
      async (call, proceed) => this.#intercept(call, proceed),
      (call, proceed) => this.#intercept(call, proceed),
    );
  }

  /** The disk works again. */
  lift(): void {
    this.#fault = null;
  }

  /** Gives what `proceed` gives: a promise, or an answer at once. */
  #intercept<Answer>(call: DiskCall, proceed: (args?: unknown[]) => Answer): Answer | { bytesWritten: number } {
    const flush = call.method === 'handle.sync' || call.method === 'handle.datasync';
    if (flush && call.handle && this.#poisoned.has(call.handle)) this.violations.push(`${call.path} was flushed again`);
    if (!befalls(this.#fault?.kind ?? 'EIO', call)) return proceed();
    this.operations += 1;
    const fault = this.#fault;
    if (!fault || this.operations < fault.at || (this.operations > fault.at && !fault.persistent)) return proceed();
    this.struck ??= `${call.method} ${call.path.split('/').at(-1) ?? ''}`;
    if (fault.kind === 'short-half' || fault.kind === 'short-zero') return shortWrite(call, proceed, fault.kind === 'short-half');
    if (flush && call.handle) {
      this.#poisoned.add(call.handle);
      this.#simulated.log.push({ kind: 'fsync-failed', node: (call.handle as { node: { id: number } }).node.id });
    }
    const failure = systemError(fault.kind, call.method, call.path);
    // A full or failing disk may have taken a part before it gave up.
    if (call.method !== 'handle.write' || this.operations % 2 !== 0) throw failure;
    const part = shortWrite(call, proceed, true);
    if (!(part instanceof Promise)) throw failure;
    return part.then(() => Promise.reject(failure)) as Answer;
  }
}

/** Which operations a fault can befall: a full disk lets everything be read, a read-only one too. */
function befalls(kind: FaultKind, { method, args }: DiskCall): boolean {
  if (method === 'handle.close' || method === 'handle.stat') return false;
  if (kind === 'short-half' || kind === 'short-zero') return method === 'handle.write';
  if (kind === 'EMFILE') return method === 'open' || method === 'readFile' || method === 'readdir';
  const reads = ['readFile', 'readdir', 'stat', 'access', 'handle.read', 'handle.readFile'].includes(method);
  const opensForReading = method === 'open' && args[1] === 'r';
  if (kind === 'ENOSPC' || kind === 'EROFS') return !reads && !opensForReading;
  return true;
}

function shortWrite<Answer>(
  call: DiskCall,
  proceed: (args?: unknown[]) => Answer,
  half: boolean,
): Answer | { bytesWritten: number; buffer: unknown } {
  const [data, offset = 0, length = (data as Buffer).length, position] = call.args as [Buffer, number?, number?, number?];
  const bytes = half ? Math.ceil(length / 2) : 0;
  if (bytes === 0) return { bytesWritten: 0, buffer: data };
  return proceed([data, offset, bytes, position]);
}
