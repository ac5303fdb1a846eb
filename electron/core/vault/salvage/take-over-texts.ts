// Takes altered transcripts over as they are, where every snippet still finds its words in them.
import { createHash } from 'node:crypto';
import path from 'node:path';

import { anchorOf } from '#shared/domain/transcript/anchor';
import type { JournalEntry } from '#shared/model/journal-entry';
import type { Source } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';
import type { VaultState } from '#shared/model/vault-state';

import type { Disk } from '../disk.ts';
import { isObject } from '../read-entry.ts';
import { readOrNull } from '../snapshot.ts';
import type { VaultFiles } from '../vault-files.ts';
import type { Salvage } from './salvage.ts';
import { transcriptName } from './transcript-faults.ts';

/**
 * A text with one letter changed is worth more than none: the record takes the checksum of the text as it is found, as one more change at the end,
 * and the report says which texts to compare with the original. Texts that are no transcript any more stay reported as they were.
 */
export async function takeOverTexts(disk: Disk, files: VaultFiles, salvage: Salvage): Promise<void> {
  const { report, state } = salvage;
  for (const [at, finding] of report.transcripts.entries()) {
    const source = state.get('sources', finding.sourceId);
    const sha256 = source && (await usableText(disk, files, state, source));
    if (!source || !sha256) continue;
    const after: Source = { ...source, transcript: { ...source.transcript, sha256 } };
    const change = { collection: 'sources' as const, id: source.id, before: source, after };
    state.apply([change]);
    salvage.later.push(entryOf(change, report.foundAt));
    const what = `The transcript of “${source.title}” was altered outside Plumbline: ${finding.file}. Its snippets still find their words, so the repaired study takes the text as it is. Compare it with the original before you quote from it.`;
    report.transcripts[at] = { ...finding, what };
  }
}

function entryOf(change: JournalEntry['changes'][number], at: string): JournalEntry {
  return { seq: 0, at, by: '', kind: 'edit', edit: 'updateSource', label: 'Take over an altered transcript', changes: [change] };
}

/** SHA-256 of a text that is still a transcript and holds every snippet; null otherwise. */
async function usableText(disk: Disk, files: VaultFiles, state: VaultState, source: Source): Promise<string | null> {
  try {
    const bytes = await readOrNull(disk, path.join(files.transcripts, path.basename(transcriptName(source))));
    if (!bytes || files.cipher.encrypted) return null;
    const text: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const turns = isObject(text) && Array.isArray(text['turns']) ? (text['turns'] as Turn[]) : [];
    const whole = turns.length === source.transcript.turns && turns.every(isTurn);
    const found = state.referring('sources', source.id, 'snippets').every(({ range, quote }) => {
      const inside = turns[range.startTurn] !== undefined && turns[range.endTurn] !== undefined;
      return inside && anchorOf(turns, range).quote === quote;
    });
    return whole && found ? createHash('sha256').update(bytes).digest('hex') : null;
  } catch {
    return null;
  }
}

function isTurn(turn: unknown): turn is Turn {
  if (!isObject(turn)) return false;
  const isTime = (value: unknown): boolean => value === null || (typeof value === 'number' && value >= 0);
  const isLabel = turn['speaker'] === null || typeof turn['speaker'] === 'string';
  return typeof turn['text'] === 'string' && isLabel && isTime(turn['startMs']) && isTime(turn['endMs']);
}
