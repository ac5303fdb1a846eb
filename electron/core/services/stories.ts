// Stories, complaints, observations and answers as sources: each with its words as a transcript, all of them recorded as one step.
import path from 'node:path';

import type { Story, StoryAnswer } from '#shared/model/story';
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { QUESTION_LABEL } from '#shared/domain/table/table-turns';
import { isGenericLabel } from '#shared/domain/transcript/generic-label';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import { readTranscript } from '#shared/domain/transcript/read-transcript';
import { AppError } from '#shared/lib/app-error';
import { normaliseText } from '#shared/lib/text';
import type { TextEncoding, Turn } from '#shared/model/transcript';
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

/** Answers are turns below their questions; else paragraphs are turns of whoever is named; when nobody is, names with a colon at the beginning of lines are read as in any transcript. */
function parsedStory(story: Story): ParsedTranscript {
  const label = labelOf(story);
  if (story.answers) return askedAndAnswered(story, story.answers, label);
  const text = normaliseText(story.words).trim();
  if (text === '') throw noWords(story);
  if (label === '') {
    const read = readTranscript('story.txt', new TextEncoder().encode(text), { format: 'text' });
    if (read.speakers.length > 0) return { ...read, encoding: 'utf-8' };
  }
  return assembled(paragraphs(text, label || null), label === '' ? [] : [label]);
}

function askedAndAnswered(story: Story, answers: readonly StoryAnswer[], label: string): ParsedTranscript {
  const turns = answers.flatMap(({ question, words }) => {
    const said = paragraphs(normaliseText(words), label || null);
    const asked = normaliseText(question).trim();
    return said.length === 0 || asked === '' ? said : [turnOf(QUESTION_LABEL, asked), ...said];
  });
  if (turns.every(({ speaker }) => speaker === QUESTION_LABEL)) throw noWords(story);
  const asks = turns.some(({ speaker }) => speaker === QUESTION_LABEL);
  return assembled(turns, [...(asks ? [QUESTION_LABEL] : []), ...(label === '' ? [] : [label])]);
}

/** The label of whoever is named; nobody is called what questions are called. */
function labelOf({ who, answers }: Story): string {
  const label = who.trim();
  return answers && label === QUESTION_LABEL ? `${label} (2)` : label;
}

const noWords = ({ title }: Story): AppError => new AppError('bad-input', `“${title}” has no words, so it was not added.`);

const turnOf = (speaker: string | null, text: string): Turn => ({ speaker, startMs: null, endMs: null, text });

function paragraphs(text: string, speaker: string | null): Turn[] {
  const parts = text.split(/\n{2,}/).map((paragraph) => paragraph.trim());
  return parts.filter((paragraph) => paragraph !== '').map((paragraph) => turnOf(speaker, paragraph));
}

function assembled(turns: Turn[], speakers: string[]): ParsedTranscript {
  return { format: 'text', encoding: 'utf-8', speakers, turns, warnings: [] };
}

function detailsOf(vault: Vault, story: Story, parsed: ParsedTranscript, people: ReadonlyMap<string, string>): SourceDetails {
  const { kind, title, heldOn, facts } = story;
  const label = labelOf(story);
  const known = people.get(story.who.trim().toLowerCase()) ?? null;
  const named = {
    label,
    role: 'participant' as const,
    participantId: known,
    ...(known === null ? { newParticipantName: isGenericLabel(label) ? '' : label } : {}),
  };
  const found = label !== '' || story.answers ? [] : proposedMapping(previewOf('', title, parsed, { reader: vault.state }).speakers);
  const asked = story.answers && parsed.speakers.includes(QUESTION_LABEL) ? [ASKS] : [];
  const speakers = [...found, ...asked, ...(label === '' ? [] : [named])];
  return { kind, title, heldOn, speakers, participantId: null, ...(Object.keys(facts).length > 0 ? { facts } : {}) };
}

const ASKS = { label: QUESTION_LABEL, role: 'interviewer' as const, participantId: null };

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

/** Reads a table of stories away from the core. @param encoding a person's choice, for text files. @throws AppError('unreadable-file') */
export async function readStoryTable(
  background: Background,
  fileName: string,
  bytes: Uint8Array,
  encoding?: TextEncoding,
): Promise<StoryTable> {
  const name = path.basename(fileName);
  if (bytes.length > MAXIMUM_FILE_BYTES) throw unreadableFile(name, 'it is larger than 50 MB', 'Split it.');
  const { sheets, ...read } = await background.run(
    { name: 'read-rows', fileName: name, bytes, encoding },
    {
      timeoutMs: TABLE_TIMEOUT_MS,
      timeoutMessage: `“${name}” took longer than 30 seconds to read and was given up. Nothing was imported from it.`,
    },
  );
  const largest = sheets.reduce((best, { rows }, at) => (rows.length > (sheets[best]?.rows.length ?? 0) ? at : best), 0);
  if ((sheets[largest]?.rows.length ?? 0) < 2)
    throw unreadableFile(name, 'it has a heading and no rows', 'Check that the right file was chosen.');
  return { fileName: name, sheets, largest, ...read };
}
