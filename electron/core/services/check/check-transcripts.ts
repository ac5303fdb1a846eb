// Checks every transcript against its record, and every snippet against the text, one transcript at a time.

import { anchorOf } from '#shared/domain/transcript/anchor';
import type { Source } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';
import type { VaultState } from '#shared/model/vault-state';

import { orphanTranscripts } from '../../purge/orphan-transcripts.ts';
import type { Disk } from '../../vault/disk.ts';
import { isObject } from '../../vault/read-entry.ts';
import { soundTranscript, transcriptName } from '../../vault/salvage/transcript-faults.ts';
import type { VaultFiles } from '../../vault/vault-files.ts';
import type { Findings } from './findings.ts';

/** @returns the number of transcripts that records name. */
export async function checkTranscripts(disk: Disk, files: VaultFiles, state: VaultState, findings: Findings): Promise<number> {
  for (const source of state.all('sources').values()) {
    const file = transcriptName(source);
    const turns = await readTurns(disk, files, source);
    if (typeof turns === 'string') {
      findings.problem(file, `The transcript of “${source.title}” ${turns}: ${file}. Its snippets keep their words.`);
      continue;
    }
    if (turns.length !== source.transcript.turns) {
      findings.problem(file, `The transcript of “${source.title}” has ${turns.length} turns, its record says ${source.transcript.turns}.`);
    }
    checkSnippets(state, source, turns, findings);
  }
  await noteStrayFiles(disk, files, state, findings);
  return state.all('sources').size;
}

/** The turns, or what is wrong with the file. */
async function readTurns(disk: Disk, files: VaultFiles, source: Source): Promise<Turn[] | string> {
  const content = await soundTranscript(disk, files, source);
  if (typeof content === 'string') return content;
  try {
    const text: unknown = JSON.parse(content.toString('utf8'));
    const turns: unknown = isObject(text) ? text['turns'] : null;
    return Array.isArray(turns) && turns.every(isTurn) ? turns : 'is not what Plumbline writes';
  } catch {
    return 'was altered outside Plumbline';
  }
}

const isTurn = (turn: unknown): turn is Turn => isObject(turn) && typeof turn['text'] === 'string';

function checkSnippets(state: VaultState, source: Source, turns: readonly Turn[], findings: Findings): void {
  for (const snippet of state.referring('sources', source.id, 'snippets')) {
    // One that lost its place by a correction keeps its old words.
    if (snippet.review) continue;
    const { startTurn, endTurn } = snippet.range;
    const inside = turns[startTurn] !== undefined && turns[endTurn] !== undefined;
    if (inside && anchorOf(turns, snippet.range).quote === snippet.quote) continue;
    findings.problem(`snippets/${snippet.id}`, `A snippet of “${source.title}” no longer matches the text (snippets/${snippet.id}).`);
  }
}

/** Texts of removed interviews are needed for taking that back; those that nothing refers to were left by an import that was interrupted. */
async function noteStrayFiles(disk: Disk, files: VaultFiles, state: VaultState, findings: Findings): Promise<void> {
  const names = await disk.readdir(files.transcripts).catch(() => [] as string[]);
  const strays = names.filter((name) => {
    const [, id = ''] = /^([A-Za-z0-9_-]+)\.\d+\.json$/.exec(name) ?? [];
    return id !== '' && !state.get('sources', id);
  });
  if (strays.length === 0) return;
  const orphans = new Set(await orphanTranscripts(disk, files));
  const kept = strays.filter((name) => !orphans.has(name)).length;
  if (kept > 0)
    findings.note(
      `${kept} transcript ${kept === 1 ? 'file belongs' : 'files belong'} to no interview of today: of interviews that were removed and imports that were undone. The history needs them.`,
    );
  if (orphans.size > 0)
    findings.note(
      `${orphans.size} transcript ${orphans.size === 1 ? 'file was' : 'files were'} left by an import that was interrupted; nothing refers to ${orphans.size === 1 ? 'it' : 'them'}.`,
    );
}
