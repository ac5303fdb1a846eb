// Known mistakes in writing files, put between the vault and the disk: a campaign that does not see them proves nothing.
import type { Disk } from '#core/vault/disk';

import { type DiskCall, interceptDisk, type Interceptor } from './intercept-disk.ts';
import type { SimulatedDisk } from './simulated-disk.ts';

const isFlush = ({ method }: DiskCall): boolean => method === 'handle.sync' || method === 'handle.datasync';
const isJournal = ({ path }: DiskCall): boolean => path.endsWith('journal.ndjson');
const isTemporary = ({ path }: DiskCall): boolean => path.endsWith('.tmp');

/** Flushes that match are answered and not done. */
const withoutFlush =
  (matches: (call: DiskCall) => boolean): Interceptor =>
  async (call, proceed) =>
    isFlush(call) && matches(call) ? undefined : proceed();

/** Flushes that match are answered first and done a little later: the edit is acknowledged too early. */
const flushAfterAnswer = (matches: (call: DiskCall) => boolean): Interceptor => {
  let waiting: (() => Promise<unknown>)[] = [];
  return async (call, proceed) => {
    if (isFlush(call) && matches(call)) {
      waiting.push(proceed);
      return undefined;
    }
    // The mark is written in the same moment as the answer is given: it must not bring the flush forward.
    if (call.path.endsWith('journal.mark')) return proceed();
    const due = waiting;
    waiting = [];
    for (const flush of due) await flush().catch(() => undefined);
    return proceed();
  };
};

/** A folder is opened without a write flag and is no file: its path has no ending. */
const isFolderFlush = ({ path }: DiskCall): boolean => !/\.(ndjson|json|tmp|bin)[^/]*$/.test(path) || path.endsWith('.plumb');

/** Files are written at their place instead of beside it and renamed: the old content is gone before the new one is there. */
function inPlace(simulated: SimulatedDisk): Disk {
  return interceptDisk(simulated.disk, async (call, proceed) => {
    if (call.method !== 'rename' || !isTemporary(call)) return proceed();
    const [from, to] = call.args as [string, string];
    const bytes = (await simulated.readFile(from)) as Buffer;
    const file = (await simulated.open(to, 'w')) as { write(bytes: Buffer): unknown; sync(): Promise<void>; close(): Promise<void> };
    file.write(bytes);
    await file.sync();
    await file.close();
    return simulated.unlink(from);
  });
}

/** The journal is thrown away at a checkpoint instead of kept until the snapshot is there. */
function journalThrownAway(simulated: SimulatedDisk): Disk {
  return interceptDisk(simulated.disk, async (call, proceed) => {
    if (call.method !== 'rename' || !isJournal(call)) return proceed();
    await proceed();
    await simulated.unlink(String(call.args[1]));
    return undefined;
  });
}

/** A temporary file is flushed only after it was given its name. */
function renameBeforeFlush(simulated: SimulatedDisk): Disk {
  return interceptDisk(simulated.disk, flushAfterAnswerOf(isTemporary, 'rename'));
}

/** As flushAfterAnswer, but the flush waits for the end of one kind of operation. */
const flushAfterAnswerOf = (matches: (call: DiskCall) => boolean, until: string): Interceptor => {
  const waiting: (() => Promise<unknown>)[] = [];
  return async (call, proceed) => {
    if (isFlush(call) && matches(call)) {
      waiting.push(proceed);
      return undefined;
    }
    const answer = await proceed();
    if (call.method === until) for (const flush of waiting.splice(0)) await flush().catch(() => undefined);
    return answer;
  };
};

const intercepted =
  (interceptor: () => Interceptor) =>
  (simulated: SimulatedDisk): Disk =>
    interceptDisk(simulated.disk, interceptor());

/** Each by what somebody forgot. */
export const MISTAKES: Readonly<Record<string, (simulated: SimulatedDisk) => Disk>> = {
  'no flush of the journal': intercepted(() => withoutFlush(isJournal)),
  'no flush of snapshots': intercepted(() => withoutFlush((call) => isTemporary(call) && call.path.includes('vault.'))),
  'no flush of transcripts': intercepted(() => withoutFlush((call) => isTemporary(call) && call.path.includes('transcripts'))),
  'no flush of folders': intercepted(() => withoutFlush(isFolderFlush)),
  'no flush of the history folder': intercepted(() => withoutFlush(({ path }) => path.endsWith('history'))),
  'no flush of the transcripts folder': intercepted(() => withoutFlush(({ path }) => path.endsWith('transcripts'))),
  'no flush at all': intercepted(() => withoutFlush(() => true)),
  'answer before the flush': intercepted(() => flushAfterAnswer(isJournal)),
  'files written in place': inPlace,
  'rename before the flush': renameBeforeFlush,
  'journal thrown away before the snapshot': journalThrownAway,
};

/** Mistakes in dealing with a disk that fails. */
export const CARELESS: Readonly<Record<string, Interceptor>> = {
  'errors of flushes are passed over': async (call, proceed) => (isFlush(call) ? proceed().catch(() => undefined) : proceed()),
  'short writes are taken for whole ones': async (call, proceed) => {
    const answer = await proceed();
    if (call.method !== 'handle.write') return answer;
    const [data, , length = (data as Buffer).length] = call.args as [Buffer, number?, number?];
    return { bytesWritten: length, buffer: data };
  },
};
