// The lock of a vault: one process writes, others are told who does.
import { randomUUID } from 'node:crypto';

import { AppError } from '#shared/lib/app-error';

import { type Disk, diskError, errorCode, FILE_MODE } from './disk.ts';
import { sinceInWords } from './local-time.ts';
import { livenessOf, type ProcessIdentity, thisProcess } from './process-identity.ts';
import { readOrNull } from './snapshot.ts';

export interface LockHolder extends ProcessIdentity {
  nonce: string;
  /** ISO 8601, for people only: clocks jump. */
  since: string;
}

export interface VaultLock {
  /** Taken over from a program that did not end well. */
  takenOver: boolean;
  /** @throws AppError('read-only') when the lock is no longer this one's, AppError('disk') when that cannot be told. */
  check(): Promise<void>;
  /** As check, but looks at most once a second while time goes evenly. */
  checkNowAndThen(): Promise<void>;
  release(): Promise<void>;
}

export interface LockOptions {
  now: string;
  /** Who takes it; this process by default. */
  identity?: ProcessIdentity | undefined;
  /** Nonce of a lock that a person said may be taken over; only heeded when its process cannot be judged from here. */
  takeOver?: string | undefined;
}

/** A lock that was left half written, or holds something else. */
const UNREADABLE = 'unreadable';
/** A live process writes its few bytes at once; it is given this time before the file counts as a leftover (ms). */
const HALF_WRITTEN_MS = 100;
const ATTEMPTS = 4;
const CHECK_EVERY_MS = 1000;

/**
 * Takes the lock. A lock left behind by a process of this machine that is gone is taken over.
 * @throws AppError('vault-locked') naming the holder, AppError('disk').
 */
export async function takeLock(disk: Disk, file: string, options: LockOptions): Promise<VaultLock> {
  const mine: LockHolder = { ...(options.identity ?? thisProcess()), nonce: randomUUID(), since: options.now };
  let takenOver: boolean;
  try {
    takenOver = await acquire(disk, file, mine, options.takeOver, ATTEMPTS);
  } catch (error) {
    throw diskError(error, 'The study could not be opened for writing', 'Nothing was changed.');
  }
  const check = (): Promise<void> => checkLock(disk, file, mine);
  return { takenOver, check, checkNowAndThen: nowAndThen(check), release: () => releaseLock(disk, file, mine) };
}

/**
 * A process that was stopped for a while, or whose computer slept, may have lost the lock by somebody's decision. Two clocks
 * tell that time has passed: one stands still in sleep, the other jumps.
 */
function nowAndThen(check: () => Promise<void>): () => Promise<void> {
  let seen = { steady: performance.now(), wall: Date.now() };
  return async () => {
    const now = { steady: performance.now(), wall: Date.now() };
    if (Math.max(now.steady - seen.steady, Math.abs(now.wall - seen.wall)) < CHECK_EVERY_MS) return;
    await check();
    seen = now;
  };
}

/** @returns true when another's lock was in the way and had been left behind. */
async function acquire(disk: Disk, file: string, mine: LockHolder, takeOver: string | undefined, attempts: number): Promise<boolean> {
  for (let left = attempts; left > 0; left -= 1) {
    if (await tryCreate(disk, file, mine)) return false;
    const holder = await readHolder(disk, file);
    if (holder === null) continue;
    const liveness = holder === UNREADABLE ? 'gone' : livenessOf(holder, mine);
    const allowed = liveness === 'gone' || (liveness === 'unsure' && holder !== UNREADABLE && takeOver === holder.nonce);
    if (!allowed && holder !== UNREADABLE) throw lockedError(holder, liveness === 'unsure', mine.since);
    if (await replace(disk, file, holder, mine, left - 1)) return true;
  }
  throw new AppError('vault-locked', 'Another program is opening this study at the same moment. Try again.');
}

/**
 * Puts this lock in the place of a dead one. Of several that saw the same dead lock only one gets the guard named after it,
 * and it looks again before it acts; otherwise a slow one would throw out the lock that a fast one has just taken.
 */
async function replace(
  disk: Disk,
  file: string,
  dead: LockHolder | typeof UNREADABLE,
  mine: LockHolder,
  attempts: number,
): Promise<boolean> {
  const guard = `${file}-${nonceOf(dead)
    .replace(/[^A-Za-z0-9-]/g, '')
    .slice(0, 40)}`;
  await acquire(disk, guard, mine, undefined, attempts);
  try {
    const present = await readHolder(disk, file);
    if (present !== null && nonceOf(present) === nonceOf(dead)) {
      await disk.rename(guard, file);
      return await isMine(disk, file, mine);
    }
  } catch (error) {
    await releaseLock(disk, guard, mine);
    throw error;
  }
  await releaseLock(disk, guard, mine);
  return false;
}

/** @returns false when somebody else's file stands there. */
async function tryCreate(disk: Disk, file: string, mine: LockHolder): Promise<boolean> {
  let handle;
  try {
    handle = await disk.open(file, 'wx', FILE_MODE);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    await handle.writeFile(`${JSON.stringify(mine)}\n`);
  } catch (error) {
    await disk.unlink(file).catch(() => undefined);
    throw error;
  } finally {
    await handle.close().catch(() => undefined);
  }
  // Whoever was stopped between the two may find that the empty file was taken for a leftover meanwhile.
  return isMine(disk, file, mine);
}

async function isMine(disk: Disk, file: string, mine: LockHolder): Promise<boolean> {
  const holder = await readHolder(disk, file);
  return holder !== null && nonceOf(holder) === mine.nonce;
}

/** Null when the file is gone. */
async function readHolder(disk: Disk, file: string): Promise<LockHolder | typeof UNREADABLE | null> {
  for (const wait of [HALF_WRITTEN_MS, 0]) {
    const bytes = await readOrNull(disk, file);
    if (bytes === null) return null;
    const holder = parseHolder(bytes);
    if (holder) return holder;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return UNREADABLE;
}

/** Locks of earlier versions know less; what they do not say is empty. */
function parseHolder(bytes: Buffer): LockHolder | null {
  try {
    const { pid, nonce, ...others } = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
    if (typeof pid !== 'number' || typeof nonce !== 'string') return null;
    const text = (name: string): string => (typeof others[name] === 'string' ? others[name] : '');
    const fields = { host: text('host'), machine: text('machine'), boot: text('boot'), container: text('container') };
    return { pid, nonce, ...fields, processStart: text('processStart'), since: text('since') };
  } catch {
    return null;
  }
}

const nonceOf = (holder: LockHolder | typeof UNREADABLE): string => (holder === UNREADABLE ? UNREADABLE : holder.nonce);

/** Who holds a lock, for those who only read: `left-behind` when a program was stopped without giving it back. Never throws. */
export async function lockState(disk: Disk, file: string): Promise<'free' | 'held' | 'left-behind'> {
  const holder = await readHolder(disk, file).catch(() => null);
  if (holder === null) return 'free';
  return holder === UNREADABLE || livenessOf(holder) === 'gone' ? 'left-behind' : 'held';
}

function lockedError({ pid, host, machine, since, nonce }: LockHolder, mayTakeOver: boolean, now: string): AppError {
  const me = thisProcess();
  const here = machine && me.machine ? machine === me.machine : host === me.host;
  const where = here ? 'on this computer' : `on the computer “${host}”`;
  const who = [`process ${pid}`, sinceInWords(since, now)].filter((part) => part !== '').join(', ');
  const what = `This study is open in another window or program ${where} (${who}).`;
  const advice = mayTakeOver
    ? 'Close it there first. Whether that program is still running cannot be seen from here: only if you are sure that it is not, open the study anyway.'
    : 'Close it there first, or open it read-only.';
  return new AppError('vault-locked', `${what} ${advice}`, { pid, host, since, nonce, mayTakeOver });
}

async function checkLock(disk: Disk, file: string, mine: LockHolder): Promise<void> {
  const bytes = await readOrNull(disk, file).catch((error: unknown) => {
    throw diskError(error, 'Your last change could not be saved', 'Everything before it is safe.');
  });
  if (bytes && parseHolder(bytes)?.nonce === mine.nonce) return;
  throw new AppError(
    'read-only',
    bytes
      ? 'Another program has taken this study over. Nothing more is written from here; everything that was shown as saved is in the study.'
      : 'The folder of this study was moved, renamed or removed while it was open. Nothing more is written; everything that was shown as saved is in that folder, wherever it is now.',
  );
}

async function releaseLock(disk: Disk, file: string, mine: LockHolder): Promise<void> {
  const bytes = await readOrNull(disk, file).catch(() => null);
  if (bytes && parseHolder(bytes)?.nonce === mine.nonce) await disk.unlink(file).catch(() => undefined);
}
