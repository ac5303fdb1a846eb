// A vault with thousands of records, written as one snapshot: for tests of what is read behind the first screen.
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { nodeDisk } from '#core/vault/disk';
import { firstChain } from '#core/vault/journal-line';
import { snapshotDatabase } from '#core/vault/snapshot';
import { vaultFiles } from '#core/vault/vault-files';
import { EMPTY_UNDO_STACK } from '#shared/model/journal-entry';
import { currentSchemaVersion } from '#shared/model/migrations/index';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import { newReadout } from '#shared/model/records/readout';
import type { Snippet } from '#shared/model/records/snippet';
import type { Source } from '#shared/model/records/source';
import { newStudy } from '#shared/model/records/study';
import { VaultState } from '#shared/model/vault-state';

const AT = '2026-01-05T10:00:00.000Z';
const WORDS = 'It took three weeks until anybody answered, and then it was the wrong department. '.repeat(3).trim();

/** Writes a vault with one source `s1` (no transcript file), a tag `slow`, and snippets `n0`, `n1`, … that all bear it. */
export async function writeLargeVault(folder: string, snippets: number): Promise<void> {
  const files = vaultFiles(folder);
  mkdirSync(files.history, { recursive: true });
  mkdirSync(path.join(folder, 'backups'));
  const state = new VaultState({
    study: { study: newStudy('Large study') },
    boards: { [FIRST_BOARD_ID]: { id: FIRST_BOARD_ID, name: 'Affinity map', focusQuestion: '' } },
    readout: { readout: newReadout() },
    sources: { s1: source(snippets) },
    tags: {
      slow: {
        id: 'slow',
        name: 'Slow',
        parentId: null,
        colour: 1,
        order: 1,
        definition: '',
        whenToUse: '',
        whenNotToUse: '',
        favourite: null,
      },
    },
  });
  state.load(
    'snippets',
    Array.from({ length: snippets }, (_, index) => snippet(index)),
  );
  state.load(
    'taggings',
    Array.from({ length: snippets }, (_, index) => ({
      id: `n${index}_slow`,
      snippetId: `n${index}`,
      tagId: 'slow',
      by: 'tester',
      at: AT,
      origin: 'hand',
    })),
  );
  const database = snapshotDatabase(nodeDisk, files);
  database.data = {
    format: 'plumbline-vault',
    schemaVersion: currentSchemaVersion(),
    vaultId: 'large',
    seq: 0,
    chain: firstChain('large'),
    savedAt: AT,
    undo: EMPTY_UNDO_STACK,
    records: state.toLists(),
  };
  await database.write();
}

function source(turns: number): Source {
  return {
    id: 's1',
    kind: 'interview',
    title: 'Long interview',
    heldOn: null,
    fileName: 'long.txt',
    format: 'text',
    encoding: 'utf-8',
    speakers: [],
    participantId: null,
    transcript: { revision: 1, sha256: '0'.repeat(64), turns, words: turns * 14, startMs: null, endMs: null },
    importedAt: AT,
  };
}

function snippet(index: number): Snippet {
  return {
    id: `n${index}`,
    sourceId: 's1',
    revision: 1,
    range: { startTurn: index, startOffset: 0, endTurn: index, endOffset: WORDS.length },
    quote: WORDS,
    prefix: '',
    suffix: '',
    speakers: [null],
    note: '',
    starred: false,
    by: 'tester',
    at: AT,
  };
}
