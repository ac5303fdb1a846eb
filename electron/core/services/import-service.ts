// Importing files: read in a worker, shown as a preview, stored and recorded in one step when the person agrees.
import path from 'node:path';

import { isUnsure, oddLetters } from '#shared/domain/transcript/odd-letters';
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { isGenericLabel } from '#shared/domain/transcript/generic-label';
import { proposeSpeakerRoles } from '#shared/domain/transcript/speaker-roles';
import { AppError } from '#shared/lib/app-error';
import { countWords, normaliseText, shorten } from '#shared/lib/text';
import type { Source } from '#shared/model/records/source';
import { DOCUMENT_FORMATS } from '#shared/model/transcript';
import type { VaultReader } from '#shared/model/vault-state';
import type { ImportDone, ImportPreview, SpeakerPreview } from '#shared/rpc/answers';
import type { ParsedInput } from '#shared/rpc/contract';
import type { EditInput } from '#shared/edits/index';

import type { SourceFileOptions } from '../intake/read-source-file.ts';
import type { Vault } from '../vault/vault.ts';
import type { Background } from './background.ts';
import type { Job } from './jobs.ts';

/** Largest file that is read (bytes). */
export const MAXIMUM_FILE_BYTES = 50 * 1024 * 1024;
/** Time one file may take (ms). */
const FILE_TIMEOUT_MS = 20_000;
const PREVIEW_TURNS = 12;
/** Turns that are looked through for words with special letters. */
const TURNS_FOR_LETTERS = 5000;
const STOPPED = 'Not imported: the import was stopped, and nothing of it was kept.';

type CommitFile = ParsedInput<'import.commit'>['files'][number];
type ImportedSource = EditInput<'importSources'>['sources'][number];

/** A file that was read and is shown before it is imported. */
export interface WaitingImport {
  fileName: string;
  parsed: ParsedTranscript;
}

export class ImportService {
  readonly #background: Background;
  readonly #newId: () => string;
  readonly #waiting = new Map<string, WaitingImport>();

  constructor(background: Background, newId: () => string) {
    this.#background = background;
    this.#newId = newId;
  }

  /** Reads a file without touching the vault. @throws AppError('unreadable-file') with a sentence for the person. */
  async inspect(fileName: string, bytes: Uint8Array, options: SourceFileOptions, reader: VaultReader | null): Promise<ImportPreview> {
    const parsed = await this.read(fileName, bytes, options);
    const importId = this.#newId();
    this.#waiting.set(importId, { fileName: path.basename(fileName), parsed });
    return previewOf(importId, path.basename(fileName), parsed, { reader, chosen: options.encoding !== undefined });
  }

  /** Parses one file in its own thread. */
  read(fileName: string, bytes: Uint8Array, options: SourceFileOptions): Promise<ParsedTranscript> {
    const name = path.basename(fileName);
    if (bytes.length > MAXIMUM_FILE_BYTES) {
      throw new AppError('unreadable-file', `“${name}” is larger than 50 MB and was not read. Split it into several files.`, {
        file: name,
      });
    }
    return this.#background.run(
      { name: 'read-transcript', fileName: name, bytes, options },
      {
        timeoutMs: FILE_TIMEOUT_MS,
        timeoutMessage: `“${name}” took longer than ${FILE_TIMEOUT_MS / 1000} seconds to read and was given up. Nothing was imported from it.`,
      },
    );
  }

  discard(importIds: readonly string[]): void {
    for (const id of importIds) this.#waiting.delete(id);
  }

  clear(): void {
    this.#waiting.clear();
  }

  /**
   * Stores the texts and records all sources as one step. Files that fail are listed with their reason; the others go in; nothing is half
   * imported. A cancel leaves no trace, whenever it comes: the texts stored so far are removed again, and every file can be imported later.
   */
  async commit(vault: Vault, files: readonly CommitFile[], job: Job): Promise<ImportDone> {
    const stored = new Map<string, ImportedSource>();
    const failed = new Map<string, string>();
    for (const [index, file] of files.entries()) {
      if (job.signal.aborted) break;
      job.report(index, files.length, file.title);
      try {
        stored.set(file.importId, await this.#store(vault, file));
      } catch (error) {
        failed.set(file.importId, error instanceof AppError ? error.message : 'This file could not be imported.');
      }
    }
    const cancelled = !(await recordUnlessCancelled(vault, [...stored.values()], job));
    if (!cancelled) this.discard([...stored.keys()]);
    job.report(files.length, files.length, '');
    const sourceOf = (importId: string): string | null => (cancelled ? null : (stored.get(importId)?.id ?? null));
    return {
      cancelled,
      files: files.map(({ importId }) => {
        const sourceId = sourceOf(importId);
        return { importId, ok: sourceId !== null, sourceId, error: sourceId === null ? (failed.get(importId) ?? STOPPED) : null };
      }),
    };
  }

  /** A file that was read for a preview. @throws AppError('not-found') when it was not kept. */
  waiting(importId: string, title: string): WaitingImport {
    const waiting = this.#waiting.get(importId);
    if (!waiting) throw new AppError('not-found', `“${title}” has to be read again: it was not kept after its preview.`);
    return waiting;
  }

  async #store(vault: Vault, file: CommitFile): Promise<ImportedSource> {
    const waiting = this.waiting(file.importId, file.title);
    const { speakers, ...details } = file;
    return storeTranscript(vault, this.#newId(), waiting.fileName, waiting.parsed, { ...details, speakers });
  }
}

/** What a person decided about a file. */
export interface SourceDetails {
  title: string;
  kind: Source['kind'];
  heldOn: string | null;
  speakers: CommitFile['speakers'];
  participantId: string | null;
  newParticipantName?: string | undefined;
  facts?: Record<string, string> | undefined;
}

/** Writes the transcript file of a new source, durable, and gives the input with which it is recorded. */
export async function storeTranscript(
  vault: Vault,
  id: string,
  fileName: string,
  parsed: ParsedTranscript,
  details: SourceDetails,
): Promise<ImportedSource> {
  if (parsed.turns.length === 0)
    throw new AppError('unreadable-file', `“${fileName}” was not imported: there are no words in the columns chosen.`);
  const turns = parsed.turns.map((turn) => ({ ...turn, text: normaliseText(turn.text) }));
  const { cues, heading } = parsed;
  const sha256 = await vault.transcripts.write(id, 1, { turns, ...(cues ? { cues } : {}), ...(heading ? { heading } : {}) });
  return {
    id,
    kind: details.kind,
    title: details.title,
    heldOn: details.heldOn,
    fileName,
    format: parsed.format,
    encoding: parsed.encoding,
    speakers: details.speakers,
    participantId: details.participantId,
    ...(details.newParticipantName === undefined ? {} : { newParticipantName: details.newParticipantName }),
    ...(details.facts === undefined ? {} : { facts: details.facts }),
    transcript: { revision: 1, sha256, ...measure(parsed) },
  };
}

/** Records stored sources as one step; when that fails or is stopped, their files are removed again. @throws what the edit throws. */
export async function recordSources(vault: Vault, sources: readonly ImportedSource[], job?: Job): Promise<void> {
  if (sources.length === 0) return;
  try {
    await vault.edit('importSources', { sources }, { job });
  } catch (error) {
    for (const source of sources) await vault.transcripts.discard(source.id, 1);
    throw error;
  }
}

/** @returns false when the person stopped it and nothing is left of it; once the step is being written, it is too late to stop. */
async function recordUnlessCancelled(vault: Vault, sources: readonly ImportedSource[], job: Job): Promise<boolean> {
  try {
    await recordSources(vault, sources, job);
    return sources.length > 0 || !job.signal.aborted;
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled') return false;
    throw error;
  }
}

/** Speaker mapping as proposed: participants are new people named by their label unless the vault knows the name; a label such as “Participant” is a new person in each file. */
export function proposedMapping(speakers: readonly SpeakerPreview[]): CommitFile['speakers'] {
  return speakers.map(({ label, role, participantId }) => ({
    label,
    role,
    participantId,
    ...(role === 'participant' && participantId === null ? { newParticipantName: isGenericLabel(label) ? '' : label } : {}),
  }));
}

/** Totals of a transcript: turns, words, first and last time (ms). */
export function measure(parsed: Pick<ParsedTranscript, 'turns'>): {
  turns: number;
  words: number;
  startMs: number | null;
  endMs: number | null;
} {
  const times = parsed.turns.flatMap((turn) => [turn.startMs, turn.endMs]).filter((time): time is number => time !== null);
  return {
    turns: parsed.turns.length,
    words: parsed.turns.reduce((sum, turn) => sum + countWords(turn.text), 0),
    startMs: times.length > 0 ? times.reduce((least, time) => Math.min(least, time)) : null,
    endMs: times.length > 0 ? times.reduce((most, time) => Math.max(most, time)) : null,
  };
}

/** Title of a source from its file name: without folder and extension, underscores as spaces. */
export function titleOf(fileName: string): string {
  const base = path.basename(fileName).replace(/\.[A-Za-z0-9]{1,5}$/, '');
  return shorten(base.replace(/_+/g, ' ').trim(), 200) || 'Untitled';
}

export interface PreviewOptions {
  /** The open study, for recognising its participants by name. */
  reader: VaultReader | null;
  /** The encoding is a person's choice. */
  chosen?: boolean;
}

/** What is shown of a file before it is imported. */
export function previewOf(
  importId: string,
  fileName: string,
  parsed: ParsedTranscript,
  { reader, chosen = false }: PreviewOptions,
): ImportPreview {
  const texts = [...parsed.speakers, ...parsed.turns.slice(0, TURNS_FOR_LETTERS).map(({ text }) => text)];
  const unsure = mayBeReadOtherwise(parsed) && (chosen || isUnsure(parsed.encoding, texts));
  return {
    importId,
    fileName,
    title: titleOf(fileName),
    format: parsed.format,
    encoding: parsed.encoding,
    unsure,
    oddWords: unsure ? oddLetters(texts) : [],
    ...measure(parsed),
    speakers: previewSpeakers(parsed, reader),
    sample: parsed.turns.slice(0, PREVIEW_TURNS).map((turn) => ({ ...turn, text: shorten(turn.text, 280) })),
    warnings: parsed.warnings,
    ...(parsed.table ? { table: parsed.table } : {}),
  };
}

/** In a document the encoding is part of the format. */
const mayBeReadOtherwise = ({ format, table }: ParsedTranscript): boolean =>
  table ? !table.workbook : !(DOCUMENT_FORMATS as readonly string[]).includes(format);

function previewSpeakers(parsed: ParsedTranscript, reader: VaultReader | null): SpeakerPreview[] {
  const turnsOf = new Map<string, string[]>();
  for (const turn of parsed.turns) {
    if (turn.speaker === null) continue;
    const texts = turnsOf.get(turn.speaker);
    if (texts) texts.push(turn.text);
    else turnsOf.set(turn.speaker, [turn.text]);
  }
  const known = new Map([...(reader?.all('participants').values() ?? [])].map((person) => [person.name.toLowerCase(), person.id]));
  return proposeSpeakerRoles(parsed).map((proposal) => ({
    label: proposal.label,
    role: proposal.role,
    reason: proposal.reason,
    words: proposal.words,
    turns: turnsOf.get(proposal.label)?.length ?? 0,
    participantId: proposal.role === 'participant' ? (known.get(proposal.label.toLowerCase()) ?? null) : null,
    examples: (turnsOf.get(proposal.label) ?? []).slice(0, 3).map((text) => shorten(text, 160)),
  }));
}
