// The lock of a vault: one process writes, others are told who does.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';

import { AppError } from '#shared/lib/app-error';

import { type Disk, diskError, errorCode, FILE_MODE } from './disk.ts';
import { readOrNull } from './snapshot.ts';

interface LockHolder {
  pid: number;
  host: string;
  /** When the process began, as the operating system tells it: a reused pid has another one. */
  processStart: string;
  nonce: string;
  since: string;
}

export interface VaultLock {
  release(): Promise<void>;
}

/**
 * Takes the lock. A lock left behind by a process of this machine that is gone is taken over.
 * @throws AppError('vault-locked') naming the holder.
 */
export async function takeLock(disk: Disk, file: string, now: string): Promise<VaultLock> {
  const mine: LockHolder = {
    pid: process.pid,
    host: os.hostname(),
    processStart: processStart(process.pid),
    nonce: randomUUID(),
    since: now,
  };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await tryCreate(disk, file, mine)) return { release: () => releaseLock(disk, file, mine) };
    const holder = await readHolder(disk, file);
    if (holder && !isGone(holder)) throw lockedError(holder);
    await disk.unlink(file).catch(() => undefined);
  }
  throw new AppError('vault-locked', 'Another program is opening this study at the same moment. Try again.');
}

async function tryCreate(disk: Disk, file: string, holder: LockHolder): Promise<boolean> {
  try {
    const handle = await disk.open(file, 'wx', FILE_MODE);
    try {
      await handle.writeFile(`${JSON.stringify(holder)}\n`);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw diskError(error, 'The study could not be opened for writing', 'Nothing was changed.');
  }
}

/** Null when the file is gone or was left half written by a process that died while taking it. */
async function readHolder(disk: Disk, file: string): Promise<LockHolder | null> {
  const bytes = await readOrNull(disk, file);
  try {
    return bytes && (JSON.parse(bytes.toString('utf8')) as LockHolder);
  } catch {
    // A live process writes its few bytes at once; give it that moment before calling the file a leftover.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const again = await readOrNull(disk, file);
    try {
      return again && (JSON.parse(again.toString('utf8')) as LockHolder);
    } catch {
      return null;
    }
  }
}

/** Only a process of this machine can be known to be gone. */
function isGone(holder: LockHolder): boolean {
  if (holder.host !== os.hostname()) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
  const start = processStart(holder.pid);
  return start !== '' && holder.processStart !== '' && start !== holder.processStart;
}

/** Start of a process as an opaque string; empty where the system does not tell. */
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

function lockedError(holder: LockHolder): AppError {
  const where = holder.host === os.hostname() ? 'on this computer' : `on the computer “${holder.host}”`;
  return new AppError(
    'vault-locked',
    `This study is open in another window or program ${where} (process ${holder.pid}, since ${holder.since.slice(0, 16).replace('T', ' ')} UTC). Close it there first.`,
    { pid: holder.pid, host: holder.host, since: holder.since },
  );
}

async function releaseLock(disk: Disk, file: string, mine: LockHolder): Promise<void> {
  const holder = await readHolder(disk, file).catch(() => null);
  if (holder?.nonce === mine.nonce) await disk.unlink(file).catch(() => undefined);
}
