// The texts of a study with other words in the place of some names: read from the old files, written beside them.
import { createHash } from 'node:crypto';

import type { RenamedText, Renaming } from '#shared/domain/names/rename-records';
import { createNameReplacement, type NameReplacement, replaceInTurns } from '#shared/domain/names/replace-names';
import { countWords } from '#shared/lib/text';

import { type Disk, exists, makeFolder, writeFileDurably } from '../vault/disk.ts';
import { transcriptBytes, transcriptName, Transcripts, type TranscriptText } from '../vault/transcripts.ts';
import type { VaultFiles } from '../vault/vault-files.ts';
import { openChoices, type PurgeIntent, type Tombstone } from './tombstones.ts';

/** A renaming of stored texts: each gets a new number, so that the old file and the new one can lie side by side. */
export interface StoredRenaming extends Renaming {
  sources: ReadonlyMap<string, RenamedSource>;
}

interface RenamedSource {
  /** Added to every number up to itself; higher numbers are new ones already. */
  by: number;
  /** By old number; a text that is not at hand is not among them. */
  texts: ReadonlyMap<number, RenamedText>;
}

/** Revisions of each source that lie in a folder of transcripts. */
export async function revisionsIn(disk: Disk, folder: string): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  for (const name of await disk.readdir(folder).catch(() => [] as string[])) {
    const [, id = '', revision = ''] = /^([A-Za-z0-9_-]+)\.(\d+)\.json$/.exec(name) ?? [];
    if (id !== '') found.set(id, [...(found.get(id) ?? []), Number(revision)]);
  }
  return found;
}

/** Everything of a text that holds words. */
export function holdsName({ turns, heading, cues, kept }: TranscriptText, { replace }: NameReplacement): boolean {
  const others = [heading ?? '', kept?.text ?? '', ...(cues ?? []).map(({ text }) => text)];
  return replaceInTurns(turns, replace) !== turns || others.some((text) => replace(text) !== text);
}

/** The words of the file they came from go with the names: they held them, and the turns hold the rest. */
export function renamedText(text: TranscriptText, names: NameReplacement): TranscriptText {
  if (!holdsName(text, names)) return text;
  const turns = [...replaceInTurns(text.turns, names.replace)];
  return { turns, ...(text.heading === undefined ? {} : { heading: names.replace(text.heading) }) };
}

/**
 * What a replacement that is under way means, from the old texts: those in the study, or those that wait in `aside` once it was cleaned.
 * Null when no names are being replaced. @throws AppError('vault-damaged') when the list of names cannot be opened.
 */
export async function renamingOf(
  disk: Disk,
  files: VaultFiles,
  intent: Pick<PurgeIntent, 'tombstones' | 'choices'>,
  aside: Pick<VaultFiles, 'transcripts'>,
): Promise<StoredRenaming | null> {
  const choices = await openChoices(files, intent.choices);
  if (choices.length === 0) return null;
  const names = createNameReplacement(choices);
  const places = [files, { ...files, transcripts: aside.transcripts }].map((place) => new Transcripts(disk, place));
  const sources = new Map<string, RenamedSource>();
  for (const { sourceId, by } of renumberedOf(intent.tombstones)) {
    const texts = new Map<number, RenamedText>();
    for (let revision = 1; revision <= by; revision += 1) {
      const read = await readFirst(places, sourceId, revision);
      if (read) texts.set(revision, sealedText(sourceId, revision + by, read, renamedText(read, names)));
      await new Promise((resolve) => setImmediate(resolve));
    }
    sources.set(sourceId, { by, texts });
  }
  return {
    names,
    sources,
    textOf: (sourceId, revision) => sources.get(sourceId)?.texts.get(revision),
    numberOf: (sourceId, revision) => {
      const by = sources.get(sourceId)?.by ?? 0;
      return revision <= by ? revision + by : revision;
    },
  };
}

const renumberedOf = (tombstones: readonly Tombstone[]) => tombstones.flatMap(({ renumbered = [] }) => renumbered);

/** Null for a text that is nowhere, or that nobody can read. */
async function readFirst(places: readonly Transcripts[], sourceId: string, revision: number): Promise<TranscriptText | null> {
  for (const place of places) {
    const text = await place.read(sourceId, revision).catch(() => null);
    if (text) return text;
  }
  return null;
}

function sealedText(sourceId: string, revision: number, before: TranscriptText, after: TranscriptText): RenamedText {
  const bytes = transcriptBytes(sourceId, revision, after);
  return {
    before: before.turns,
    after: after.turns,
    file: {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      words: after.turns.reduce((sum, { text }) => sum + countWords(text), 0),
    },
  };
}

/** Writes every text under its new number, beside the old ones. What is there already was written before a crash. */
export async function writeRenamedTexts(disk: Disk, files: VaultFiles, { names, sources }: StoredRenaming): Promise<void> {
  const transcripts = new Transcripts(disk, files);
  for (const [sourceId, { by, texts }] of sources) {
    for (const revision of texts.keys()) {
      const file = transcripts.fileOf(sourceId, revision + by);
      if (await exists(disk, file)) continue;
      const bytes = transcriptBytes(sourceId, revision + by, renamedText(await transcripts.read(sourceId, revision), names));
      await writeFileDurably(disk, file, await files.cipher.sealFile(transcriptName(sourceId, revision + by), bytes));
    }
  }
}

/** Sets the old texts aside, out of every folder that is copied from, until the replacement has reached every place. */
export async function setOldTextsAside(
  disk: Disk,
  files: VaultFiles,
  tombstones: readonly Tombstone[],
  aside: Pick<VaultFiles, 'transcripts'>,
): Promise<void> {
  const transcripts = new Transcripts(disk, files);
  const waiting = new Transcripts(disk, { ...files, transcripts: aside.transcripts });
  await makeFolder(disk, aside.transcripts);
  for (const { sourceId, by } of renumberedOf(tombstones)) {
    for (let revision = 1; revision <= by; revision += 1) {
      const file = transcripts.fileOf(sourceId, revision);
      if (await exists(disk, file)) await disk.rename(file, waiting.fileOf(sourceId, revision));
    }
  }
}
