// Lets go of the oldest history parts when the person wants it so; by time lived through, never by what the clock says at the moment.
import type { EntryHead } from '#shared/domain/history/steps';

import { lifeAfter, type LifeMoment } from '../backups/life-clock.ts';
import { type Disk, syncFolder } from '../vault/disk.ts';
import { type HistoryPart, listHistoryParts } from '../vault/history.ts';
import { historyStartOf, writeHistoryStart } from '../vault/history-start.ts';
import { parseJournalLine } from '../vault/journal-line.ts';
import { readOrNull } from '../vault/snapshot.ts';
import type { Vault } from '../vault/vault.ts';
import { linesOf } from './read-backwards.ts';

const MONTH_MS = 30.44 * 24 * 3_600_000;

/**
 * Drops the parts whose last step is older than so many months: first it is written down where the history begins, then they are removed.
 * @param heads every entry that is kept, oldest first. @returns the last entry that is gone; null when nothing was dropped.
 */
export async function dropOldParts(
  disk: Disk,
  vault: Vault,
  heads: readonly EntryHead[],
  months: number,
  now: string,
): Promise<number | null> {
  const { files } = vault;
  const start = await historyStartOf(disk, files, vault.id);
  const oldSeq = lastOlderThan(heads, months * MONTH_MS, now);
  const old = (await listHistoryParts(disk, files)).filter((part) => part.lastSeq > start.seq && part.lastSeq <= oldSeq);
  const last = old.at(-1);
  if (!last) return null;
  const chain = await chainAfter(disk, vault, last);
  if (chain === null) return null;
  await writeHistoryStart(disk, files, { seq: last.lastSeq, chain });
  for (const part of old) await disk.rm(part.file, { force: true });
  await syncFolder(disk, files.history);
  vault.forgetStepsUpTo(last.lastSeq);
  return last.lastSeq;
}

/** The newest entry that is older, in time lived through. */
function lastOlderThan(heads: readonly EntryHead[], ageMs: number, now: string): number {
  let moment: LifeMoment | null = null;
  const lives = heads.map(({ seq, at }) => {
    moment = { at, lifeMs: lifeAfter(moment, at) };
    return { seq, lifeMs: moment.lifeMs };
  });
  const present = lifeAfter(moment, now);
  return lives.findLast(({ lifeMs }) => present - lifeMs > ageMs)?.seq ?? 0;
}

async function chainAfter(disk: Disk, { files }: Vault, { file, lastSeq }: HistoryPart): Promise<string | null> {
  const line = linesOf((await readOrNull(disk, file)) ?? Buffer.alloc(0)).at(-1);
  const parsed = line && parseJournalLine(line, files.cipher);
  return typeof parsed === 'object' && parsed.entry.seq === lastSeq ? parsed.chain : null;
}
