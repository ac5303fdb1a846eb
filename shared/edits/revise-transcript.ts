// Edits after the text of a source was corrected: the new text becomes the current one, and snippets that lost their place are decided on.
import { z } from 'zod';

import { anchorOf, sameRange } from '#shared/domain/transcript/anchor';
import { type Reanchored, reanchorSnippets } from '#shared/domain/transcript/reanchor';
import { proposeSpeakerRoles } from '#shared/domain/transcript/speaker-roles';
import { alignTexts, renamedSpeakers } from '#shared/domain/transcript/text-alignment';
import { AppError } from '#shared/lib/app-error';
import type { Steps } from '#shared/lib/steps';
import { idField, optionalNameField } from '#shared/model/records/fields';
import type { Snippet } from '#shared/model/records/snippet';
import { type Source, sourceSchema, type Speaker } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';

import { defineEdit, type EditContext } from './edit-definition.ts';

/** What was corrected, for the label of the step. */
export const REVISIONS = ['words', 'speakers', 'file'] as const;

const LABELS = { words: 'Correct text', speakers: 'Rename speaker', file: 'Replace transcript' } as const;

/**
 * Makes a text that lies in the vault already the current one of its source. Every snippet is looked for in it; one that is not found for sure
 * keeps its words and waits for a person's decision. Speakers that were renamed stay who they are; one whose name was there already becomes
 * that speaker. The old text stays on disk, so that this can be undone. @throws AppError('conflict') when another text was made current meanwhile.
 */
export const reviseTranscript = defineEdit({
  name: 'reviseTranscript',
  input: z.strictObject({
    sourceId: idField,
    /** The revision that was corrected. */
    from: z.int().min(1),
    transcript: sourceSchema.shape.transcript,
    what: z.enum(REVISIONS),
    /** Of the file that the new text was read from. */
    file: z
      .strictObject({ fileName: optionalNameField, format: sourceSchema.shape.format, encoding: sourceSchema.shape.encoding })
      .optional(),
  }),
  label: ({ what }) => LABELS[what],
  texts: ({ sourceId }) => [sourceId],
  revisions: ({ sourceId, transcript }) => [{ sourceId, transcript }],
  run: makeCurrent,
});

/** What a new text of a source is told by. */
export interface NewText {
  sourceId: string;
  from: number;
  transcript: Source['transcript'];
  file?: Partial<Pick<Source, 'fileName' | 'format' | 'encoding'>> | undefined;
}

/** Makes a text that lies in the vault the current one; see reviseTranscript. Counts what became of the snippets. */
export function* makeCurrent(
  context: EditContext,
  { sourceId, from, transcript, file }: NewText,
): Steps<{ kept: number; moved: number; changed: number; unsure: number }> {
  const { draft } = context;
  const source = draft.require('sources', sourceId);
  requireCurrent(source, from, transcript);
  const turns = context.turns(sourceId, transcript.revision);
  if (turns.length !== transcript.turns || turns.every(({ text }) => text.trim() === ''))
    throw new AppError('bad-input', `The new text of “${source.title}” holds no words. Nothing was changed.`, { id: sourceId });
  const alignment = yield* alignTexts(context.turns(sourceId), turns);
  const renamed = renamedSpeakers(alignment);
  const snippets = draft.referring('sources', sourceId, 'snippets');
  const found = yield* reanchorSnippets(alignment, snippets);
  const lost = snippets.filter((_snippet, index) => found[index]?.kind === 'unsure');
  const stillNamed = new Set(lost.flatMap(({ speakers }) => speakers));
  draft.update('sources', sourceId, { transcript, speakers: speakersOf(source, turns, renamed, stillNamed), ...file });
  return yield* record(context, source, transcript.revision, snippets, found, renamed);
}

function requireCurrent({ id, title, transcript: current }: Source, from: number, next: Source['transcript']): void {
  if (current.revision !== from || next.revision <= from) {
    throw new AppError('conflict', `The text of “${title}” was changed meanwhile. Nothing was changed; look at it again.`, { id });
  }
}

/**
 * Speakers of the new text: known ones as they were, renamed ones as they were under their old name, new ones with a proposed role. Behind them
 * those who say nothing any more, as long as a lost snippet keeps their words: it goes on counting for them.
 */
function speakersOf(
  source: Source,
  turns: readonly Turn[],
  renamed: ReadonlyMap<string, string>,
  stillNamed: ReadonlySet<string | null>,
): Speaker[] {
  const labels = [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))];
  const known = new Map(source.speakers.map((speaker) => [speaker.label, speaker]));
  const before = new Map([...renamed].toReversed().map(([old, label]) => [label, known.get(old)]));
  const proposed = new Map(proposeSpeakerRoles({ turns: [...turns], speakers: labels }).map(({ label, role }) => [label, role]));
  const speaking = labels.map((label): Speaker => {
    const same = known.get(label) ?? before.get(label);
    return same ? { ...same, label } : { label, role: proposed.get(label) ?? 'participant', participantId: null };
  });
  const silent = source.speakers.filter(({ label }) => stillNamed.has(label) && !labels.includes(label) && !renamed.has(label));
  return [...speaking, ...silent];
}

/** Writes what was found into the snippets; those whose place and surroundings are the same are left as they are. */
function* record(
  { draft, turns: turnsOf }: EditContext,
  source: Source,
  revision: number,
  snippets: readonly Snippet[],
  found: readonly Reanchored[],
  renamed: ReadonlyMap<string, string>,
): Steps<{ kept: number; moved: number; changed: number; unsure: number }> {
  const turns = turnsOf(source.id, revision);
  const counts = { kept: 0, moved: 0, changed: 0, unsure: 0 };
  for (const [index, { kind, range, proposals }] of found.entries()) {
    const before = snippets[index];
    if (!before) continue;
    counts[kind] += 1;
    const { review, ...snippet } = before;
    if (kind === 'unsure') {
      const was = review ? review.was : { revision: source.transcript.revision, range: snippet.range };
      const withoutPlace = review?.withoutPlace ?? false;
      const speakers = snippet.speakers.map((label) => (label === null ? null : (renamed.get(label) ?? label)));
      draft.put('snippets', {
        ...snippet,
        revision,
        range,
        speakers: [...new Set(speakers)],
        review: { ...(was ? { was } : {}), proposals: withoutPlace ? [] : proposals, withoutPlace },
      });
    } else {
      const anchor = anchorOf(turns, range);
      const same = !review && sameRange(range, snippet.range) && sameAnchor(snippet, anchor);
      if (!same) draft.put('snippets', { ...snippet, revision, range, ...anchor });
    }
    yield;
  }
  return counts;
}

function sameAnchor(snippet: Snippet, anchor: ReturnType<typeof anchorOf>): boolean {
  return (
    snippet.quote === anchor.quote &&
    snippet.prefix === anchor.prefix &&
    snippet.suffix === anchor.suffix &&
    snippet.speakers.length === anchor.speakers.length &&
    snippet.speakers.every((label, index) => label === anchor.speakers[index])
  );
}

/** A snippet whose words are no longer found stays as it is, with its tags, and stands nowhere in the text. */
export const keepWithoutPlace = defineEdit({
  name: 'keepWithoutPlace',
  input: z.strictObject({ snippetId: idField }),
  label: 'Keep snippet without a place',
  run({ draft }, { snippetId }) {
    const snippet = draft.require('snippets', snippetId);
    if (!snippet.review) throw new AppError('conflict', 'This snippet has its place in the text. Nothing was changed.', { id: snippetId });
    draft.update('snippets', snippetId, { review: { ...snippet.review, proposals: [], withoutPlace: true } });
    return {};
  },
});
