// Stories, complaints, observations and answers as sources: each with its words as a transcript, all of them recorded as one step.
import path from 'node:path';

import type { Story } from '#shared/model/story';
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { isGenericLabel } from '#shared/domain/transcript/generic-label';
import { guessStoryColumns } from '#shared/domain/sources/story-rows';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import { readTranscript } from '#shared/domain/transcript/read-transcript';
import { AppError } from '#shared/lib/app-error';
import { normaliseText } from '#shared/lib/text';
import type { VaultReader } from '#shared/model/vault-state';
import type { StoryTable } from '#shared/rpc/answers';

import { Pauses } from '../vault/pauses.ts';
import type { Vault } from '../vault/vault.ts';
import type { Background } from './background.ts';
import { MAXIMUM_FILE_BYTES, previewOf, proposedMapping, recordSources, type SourceDetails, storeTranscript } from './import-service.ts';
import type { Job } from './jobs.ts';

/** What a story names as its file, so that one sees where it came from. */
export interface StoryOrigin {
  /** Name of the table, empty for what was written by hand. */
  fileName: string;
  newId(): string;
}

/**
 * Adds the stories as one step. Whoever is named and known (by name or pseudonym) is that participant, others become new ones; nobody
 * named stays unknown. A cancel leaves nothing. @returns ids of the sources, in order. @throws AppError('cancelled')
 */
export async function addStories(vault: Vault, stories: readonly Story[], { fileName, newId }: StoryOrigin, job?: Job): Promise<string[]> {
  const people = knownPeople(vault.state);
  const pauses = new Pauses();
  const stored: Awaited<ReturnType<typeof storeTranscript>>[] = [];
  const letGo = async (): Promise<void> => {
    for (const { id } of stored) await vault.transcripts.discard(id, 1);
  };
  try {
    for (const [index, story] of stories.entries()) {
      if (pauses.due) await pauses.take();
      if (job?.signal.aborted) throw new AppError('cancelled', 'The import was stopped. Nothing of it was kept.');
      job?.report(index, stories.length, story.title);
      const parsed = parsedStory(story);
      stored.push(await storeTranscript(vault, newId(), fileName, parsed, detailsOf(vault, story, parsed, people)));
    }
  } catch (error) {
    await letGo();
    throw error;
  }
  await recordSources(vault, stored, job);
  return stored.map(({ id }) => id);
}

/** Paragraphs are turns of whoever is named; when nobody is, names with a colon at the beginning of lines are read as in any transcript. */
function parsedStory({ who, words, title }: Story): ParsedTranscript {
  const text = normaliseText(words).trim();
  if (text === '') throw new AppError('bad-input', `“${title}” has no words, so it was not added.`);
  if (who.trim() === '') {
    const read = readTranscript('story.txt', new TextEncoder().encode(text), { format: 'text' });
    if (read.speakers.length > 0) return { ...read, encoding: 'utf-8' };
  }
  const speaker = who.trim() === '' ? null : who.trim();
  const turns = text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ speaker, startMs: null, endMs: null, text: paragraph }));
  return { format: 'text', encoding: 'utf-8', speakers: speaker === null ? [] : [speaker], turns, warnings: [] };
}

function detailsOf(vault: Vault, story: Story, parsed: ParsedTranscript, people: ReadonlyMap<string, string>): SourceDetails {
  const { kind, title, heldOn, who, facts } = story;
  const label = who.trim();
  const known = people.get(label.toLowerCase()) ?? null;
  const named = {
    label,
    role: 'participant' as const,
    participantId: known,
    ...(known === null ? { newParticipantName: isGenericLabel(label) ? '' : label } : {}),
  };
  const speakers = label === '' ? proposedMapping(previewOf('', title, parsed, vault.state).speakers) : [named];
  return { kind, title, heldOn, speakers, participantId: null, ...(Object.keys(facts).length > 0 ? { facts } : {}) };
}

/** Ids by name and by pseudonym, lower-case. */
function knownPeople(reader: VaultReader): Map<string, string> {
  const people = new Map<string, string>();
  for (const { id, name, pseudonym } of reader.all('participants').values()) {
    people.set(pseudonym.toLowerCase(), id);
    if (name.trim() !== '') people.set(name.trim().toLowerCase(), id);
  }
  return people;
}

/** Time a table may take (ms). */
const TABLE_TIMEOUT_MS = 30_000;

/** Reads a table of stories away from the core. @throws AppError('unreadable-file') */
export async function readStoryTable(background: Background, fileName: string, bytes: Uint8Array): Promise<StoryTable> {
  const name = path.basename(fileName);
  if (bytes.length > MAXIMUM_FILE_BYTES) throw unreadableFile(name, 'it is larger than 50 MB', 'Split it.');
  const { rows, warnings } = await background.run(
    { name: 'read-rows', fileName: name, bytes },
    {
      timeoutMs: TABLE_TIMEOUT_MS,
      timeoutMessage: `“${name}” took longer than 30 seconds to read and was given up. Nothing was imported from it.`,
    },
  );
  if (rows.length < 2) throw unreadableFile(name, 'it has a heading and no rows', 'Check that the right file was chosen.');
  return { fileName: name, rows, columns: guessStoryColumns(rows), warnings };
}
