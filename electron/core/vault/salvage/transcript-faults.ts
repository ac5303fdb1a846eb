// Looks for transcripts that are missing, empty or altered.
import { createHash } from 'node:crypto';
import path from 'node:path';

import type { Source } from '#shared/model/records/source';
import type { TranscriptFinding } from '#shared/model/recovery-report';
import type { VaultState } from '#shared/model/vault-state';

import type { Disk } from '../disk.ts';
import { readOrNull } from '../snapshot.ts';
import type { VaultFiles } from '../vault-files.ts';

/** Reads every transcript that a record names, one at a time. @returns those whose text cannot be used. */
export async function findTranscriptFaults(disk: Disk, files: VaultFiles, state: VaultState): Promise<TranscriptFinding[]> {
  const faults: TranscriptFinding[] = [];
  for (const source of state.all('sources').values()) {
    const why = await soundTranscript(disk, files, source);
    if (typeof why !== 'string') continue;
    const file = transcriptName(source);
    const what = `The transcript of “${source.title}” ${why}: ${file}. Its snippets keep their words.`;
    faults.push({ sourceId: source.id, title: source.title, file, what });
  }
  return faults;
}

/** Sentences about the transcripts that are not there: one look at the folder, cheap enough for every opening. The content is checked when it is read. */
export async function missingTranscripts(disk: Disk, files: VaultFiles, state: VaultState): Promise<string[]> {
  const present = new Set(await disk.readdir(files.transcripts).catch(() => [] as string[]));
  return [...state.all('sources').values()]
    .filter((source) => !present.has(path.basename(transcriptName(source))))
    .map((source) => `The transcript of “${source.title}” is missing: ${transcriptName(source)}. Its snippets keep their words.`);
}

/** Name of a source's transcript file inside the vault. */
export function transcriptName({ id, transcript }: Source): string {
  return `transcripts/${id}.${transcript.revision}.json`;
}

/** What a source's transcript file holds, unsealed and as its record says; or, as the end of a sentence, what is wrong with the file. */
export async function soundTranscript(disk: Disk, files: VaultFiles, source: Source): Promise<Buffer | string> {
  let bytes: Buffer | null;
  try {
    bytes = await readOrNull(disk, path.join(files.transcripts, path.basename(transcriptName(source))));
  } catch {
    return 'cannot be read from the disk';
  }
  if (!bytes) return 'is missing';
  if (bytes.length === 0) return 'is empty';
  try {
    const content = await files.cipher.openFile(`transcript ${source.id}.${source.transcript.revision}`, bytes);
    if (createHash('sha256').update(content).digest('hex') === source.transcript.sha256) return content;
  } catch {
    // A sealed file that does not open was altered as well.
  }
  return 'was altered outside Plumbline';
}
