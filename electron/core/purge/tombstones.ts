// Who was deleted for good, as ids only: kept beside the records so that no older backup brings the person back.
import type { NameChoice } from '#shared/domain/names/replace-names';
import type { Source } from '#shared/model/records/source';

import type { Disk } from '../vault/disk.ts';
import { readSealedJson, writeSealedJson } from '../vault/sealed-json.ts';
import type { VaultFiles } from '../vault/vault-files.ts';

/** A source in which others speak too: only the person's turns were taken out. */
export interface RedactedSource {
  sourceId: string;
  /** Numbers of the turns that were theirs. */
  turns: number[];
  /** The revision in which they were; left out by deletions from before texts could be corrected. */
  from?: number;
  /** Their turns in the other revisions that lay there. */
  others?: { revision: number; turns: number[] }[];
  /** The revision without their words. */
  transcript: Source['transcript'];
}

export interface Tombstone {
  participantId: string;
  /** The id under which the study knew them last, when this is an earlier one of the same person. */
  sameAs?: string;
  /** ISO 8601. */
  at: string;
  /** Sources in which nobody else was heard: gone with their transcripts. */
  sourceIds: string[];
  redacted: RedactedSource[];
  /** The person's names were replaced in texts typed by the researcher as well. Which names is not kept. */
  mentionsReplaced: boolean;
  /**
   * Nobody was deleted: names were replaced for good. Which names is not kept, so this cannot be done again elsewhere. Every text of these sources
   * got a new number: its old one and `by`, the highest there was.
   */
  renumbered?: { sourceId: string; by: number }[];
}

/** A person was deleted, rather than names replaced: only that can be done again in a copy that does not know of it. */
export const isPerson = ({ renumbered }: Tombstone): boolean => renumbered === undefined;

const FORMAT = 'plumbline-tombstones-1';
const PURGE_FORMAT = 'plumbline-purge-1';

/** @throws AppError('vault-damaged') when the file was changed. */
export async function readTombstones(disk: Disk, file: string): Promise<Tombstone[]> {
  return (await readSealedJson<Tombstone[]>(disk, file, FORMAT)) ?? [];
}

/** Replaces the list. @throws the operating system's error. */
export async function writeTombstones(disk: Disk, file: string, tombstones: readonly Tombstone[]): Promise<void> {
  await writeSealedJson(disk, file, FORMAT, tombstones);
}

/** Those of `known` that are not among `applied`. */
export function pendingTombstones(known: readonly Tombstone[], applied: readonly Tombstone[]): Tombstone[] {
  const done = new Set(applied.map(({ participantId }) => participantId));
  return known.filter(({ participantId }) => !done.has(participantId));
}

/** A deletion that is under way: carried out, or finished, whenever the study is opened. */
export interface PurgeIntent {
  tombstones: Tombstone[];
  /** Names to be replaced in texts typed by the researcher, sealed in an encrypted study; only while the deletion is under way. */
  names?: string;
  /** Names that are replaced in everything, and what takes their place; sealed likewise. */
  choices?: string;
  /** `ready`: the rewritten files are complete and only have to be put in place. */
  stage: 'begun' | 'ready';
}

/** The deletion that is under way; null when there is none. */
export function readPurge(disk: Disk, files: Pick<VaultFiles, 'purge'>): Promise<PurgeIntent | null> {
  return readSealedJson<PurgeIntent>(disk, files.purge, PURGE_FORMAT);
}

/** From here on the deletion will happen, whatever stops the program. */
export async function writePurge(disk: Disk, files: Pick<VaultFiles, 'purge'>, intent: PurgeIntent): Promise<void> {
  await writeSealedJson(disk, files.purge, PURGE_FORMAT, intent);
}

/** The names as text that nobody reads off an encrypted study's disk. */
export async function sealNames({ cipher }: Pick<VaultFiles, 'cipher'>, names: readonly string[]): Promise<string> {
  return (await cipher.sealFile('attachment purge', Buffer.from(JSON.stringify(names)))).toString('base64');
}

/** The names that were sealed; none when there are none. */
export async function openNames({ cipher }: Pick<VaultFiles, 'cipher'>, sealed: string | undefined): Promise<string[]> {
  if (sealed === undefined) return [];
  return JSON.parse((await cipher.openFile('attachment purge', Buffer.from(sealed, 'base64'))).toString('utf8')) as string[];
}

/** As sealNames. */
export async function sealChoices({ cipher }: Pick<VaultFiles, 'cipher'>, choices: readonly NameChoice[]): Promise<string> {
  const content = choices.map(({ text, replacement }) => ({ text, replacement }));
  return (await cipher.sealFile('attachment purge', Buffer.from(JSON.stringify(content)))).toString('base64');
}

/** The choices that were sealed; none when there are none. */
export async function openChoices({ cipher }: Pick<VaultFiles, 'cipher'>, sealed: string | undefined): Promise<NameChoice[]> {
  if (sealed === undefined) return [];
  return JSON.parse((await cipher.openFile('attachment purge', Buffer.from(sealed, 'base64'))).toString('utf8')) as NameChoice[];
}
