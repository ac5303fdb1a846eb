// Which process holds a lock: enough to tell later, from the same machine, whether it is still running.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import os from 'node:os';

import { errorCode } from './disk.ts';

export interface ProcessIdentity {
  pid: number;
  /** Name of the computer, for people. */
  host: string;
  /** Short hashes of what the system calls this installation and this start of it; empty where it does not tell. */
  machine: string;
  boot: string;
  /** Pids mean something only within one container; empty outside Linux. */
  container: string;
  /** When the process began, as the system tells it: a pid that was given again has another one. */
  processStart: string;
}

/** What can be said of a process that is named in a lock. `unsure`: another machine or container, or a system that tells too little. */
export type Liveness = 'running' | 'gone' | 'unsure';

let own: ProcessIdentity | null = null;

/** This process, as it names itself in a lock. */
export function thisProcess(): ProcessIdentity {
  own ??= {
    pid: process.pid,
    host: os.hostname(),
    machine: shortHash(readText('/etc/machine-id')),
    boot: shortHash(readText('/proc/sys/kernel/random/boot_id')),
    container: containerOf(),
    processStart: processStart(process.pid),
  };
  return own;
}

/** Judges the process of a lock. Never takes silence for absence: a sleeping or stopped process is running. */
export function livenessOf(holder: ProcessIdentity, me: ProcessIdentity = thisProcess()): Liveness {
  const sameMachine = holder.machine && me.machine ? holder.machine === me.machine : holder.host === me.host;
  if (!sameMachine) return 'unsure';
  if (holder.boot && me.boot && holder.boot !== me.boot) return 'gone';
  if (holder.container && me.container && holder.container !== me.container) return 'unsure';
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return 'gone';
  }
  const start = processStart(holder.pid);
  if (!start || !holder.processStart) return 'unsure';
  return start === holder.processStart ? 'running' : 'gone';
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/** These identifiers are private to the machine: a study folder that is passed on must not give them away. */
function shortHash(text: string): string {
  return text === '' ? '' : createHash('sha256').update(`plumbline lock ${text}`).digest('hex').slice(0, 16);
}

function containerOf(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** Start of a process as an opaque text; empty where the system does not tell. */
function processStart(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    }
    if (process.platform === 'win32') return '';
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
