// The integrity check of an open vault: files, chain, records, references, and every snippet against its text.
import { anchorOf } from '#shared/domain/transcript/anchor';
import { AppError } from '#shared/lib/app-error';
import { COLLECTIONS } from '#shared/model/records/index';
import type { CheckReport } from '#shared/rpc/answers';

import { listHistoryParts, readHistoryStart } from '../vault/history.ts';
import { loadVault, validatedState } from '../vault/load-vault.ts';
import { readJournal } from '../vault/read-journal.ts';
import { readOrNull } from '../vault/snapshot.ts';
import type { Disk } from '../vault/disk.ts';
import type { Vault } from '../vault/vault.ts';

/** Checks everything that is on disk. Reads only. Problems hold no transcript text. */
export async function checkVault(disk: Disk, vault: Vault): Promise<CheckReport> {
  await vault.settled();
  const problems: CheckReport['problems'] = [];
  await checkFiles(disk, vault, problems);
  await checkHistory(disk, vault, problems);
  await checkTexts(vault, problems);
  const counts = COLLECTIONS.map((name) => [name, vault.state.all(name).size] as const);
  return {
    ok: problems.length === 0,
    seq: vault.seq,
    records: Object.fromEntries(counts),
    transcripts: vault.state.all('sources').size,
    problems,
  };
}

async function checkFiles(disk: Disk, vault: Vault, problems: CheckReport['problems']): Promise<void> {
  try {
    const loaded = await loadVault(disk, vault.files);
    problems.push(...loaded.problems.map(({ file, what }) => ({ file, what })));
    validatedState(loaded.records, loaded.schemaVersion);
    if (loaded.problems.length === 0 && loaded.seq !== vault.seq) {
      problems.push({ file: 'journal.ndjson', what: `The files hold ${loaded.seq} entries, the open study ${vault.seq}.` });
    }
  } catch (error) {
    problems.push({ file: 'vault.json', what: error instanceof AppError ? error.message : 'The vault cannot be read.' });
  }
}

/** The chain from the first kept entry on: an entry that was changed by hand breaks it. */
async function checkHistory(disk: Disk, vault: Vault, problems: CheckReport['problems']): Promise<void> {
  let { seq, chain } = await readHistoryStart(disk, vault.files, vault.id);
  for (const part of await listHistoryParts(disk, vault.files)) {
    if (part.lastSeq <= seq) continue;
    const reading = readJournal((await readOrNull(disk, part.file)) ?? Buffer.alloc(0), seq, chain, vault.files.cipher);
    const name = `history/${part.file.split(/[\\/]/).at(-1) ?? ''}`;
    if (reading.problem) {
      problems.push({ file: name, what: `${name}, line ${reading.problem.line}: ${reading.problem.reason}.` });
      return;
    }
    seq += reading.entries.length;
    chain = reading.chain;
  }
}

async function checkTexts(vault: Vault, problems: CheckReport['problems']): Promise<void> {
  for (const source of vault.state.all('sources').values()) {
    try {
      const turns = await vault.turns(source.id);
      for (const snippet of vault.state.referring('sources', source.id, 'snippets')) {
        const { startTurn, endTurn } = snippet.range;
        const inside = turns[startTurn] !== undefined && turns[endTurn] !== undefined;
        if (!inside || anchorOf(turns, snippet.range).quote !== snippet.quote) {
          problems.push({ file: `snippets/${snippet.id}`, what: `A snippet of “${source.title}” no longer matches the text.` });
        }
      }
    } catch (error) {
      problems.push({
        file: `transcripts/${source.id}`,
        what: error instanceof AppError ? error.message : `The transcript of “${source.title}” cannot be read.`,
      });
    }
  }
}
