// Edits of sources: import, describe, map speakers, remove.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import type { Steps } from '#shared/lib/steps';
import { findQuote } from '#shared/domain/transcript/anchor';
import { dayField, idField, nameField, optionalNameField, textField } from '#shared/model/records/fields';
import { factsSchema, SOURCE_KINDS, SPEAKER_ROLES, sourceSchema } from '#shared/model/records/source';

import { defineEdit, type EditContext, unique } from './edit-definition.ts';
import { rangeMarker, removeSnippet } from './snippet-edits.ts';
import { nextPseudonym } from './study-edits.ts';
import { forgetAskings } from './asking-edits.ts';
import { leaveSource } from './rhythm-references.ts';
import { addTag, childTags, removeMemosAbout } from './tag-edits.ts';
import { forgetAskedIn } from './verdict-edits.ts';
import { applyTags } from './tagging-edits.ts';

/** Who a speaker label is: somebody new, somebody known, or not a participant. */
const speakerMappingSchema = z.strictObject({
  label: nameField,
  role: z.enum(SPEAKER_ROLES),
  participantId: idField.nullable().default(null),
  /** For role participant without participantId: the name of the person to add (often the label). */
  newParticipantName: optionalNameField.optional(),
});

const importedSourceSchema = sourceSchema.omit({ speakers: true, participantId: true, importedAt: true }).extend({
  speakers: z.array(speakerMappingSchema).max(1000),
  /** For sources without speaker labels: a known person, or the name of one to add. */
  participantId: idField.nullable().default(null),
  newParticipantName: optionalNameField.optional(),
});

/**
 * Adds sources whose transcript files already lie in the vault, and the participants that their speakers are.
 * The same new name in several files is one participant. One step for the whole import.
 */
export const importSources = defineEdit({
  name: 'importSources',
  input: z.strictObject({ sources: z.array(importedSourceSchema).min(1) }),
  label: (input) => (input.sources.length === 1 ? `Import ${input.sources[0]?.title ?? ''}` : `Import ${input.sources.length} transcripts`),
  texts: (input) => input.sources.map((source) => source.id),
  *run(context, input) {
    const participantIds = yield* addSources(context, input.sources);
    return { sourceIds: input.sources.map((source) => source.id), participantIds };
  },
});

/** Adds sources and gives the ids of the participants that were new. */
function* addSources(context: EditContext, sources: readonly z.output<typeof importedSourceSchema>[]): Steps<string[]> {
  const added = new Map<string, string>();
  const participant = (id: string | null, name: string | undefined): string | null =>
    id ?? (name === undefined ? null : newParticipant(context, added, name));
  for (const { newParticipantName, ...source } of sources) {
    context.turns(source.id);
    context.draft.add('sources', {
      ...source,
      importedAt: context.now,
      participantId: participant(source.participantId, newParticipantName),
      speakers: source.speakers.map((speaker) => ({
        label: speaker.label,
        role: speaker.role,
        participantId: speaker.role === 'participant' ? participant(speaker.participantId, speaker.newParticipantName) : null,
      })),
    });
    yield;
  }
  return [...added.values()];
}

/** Codes such as P07 or A12, which people write instead of names. */
const CODE = /^[A-Z]{1,3}-?\d{1,4}$/;

function newParticipant({ draft, newId }: EditContext, added: Map<string, string>, name: string): string {
  const key = name.trim().toLowerCase();
  const there = key === '' ? undefined : added.get(key);
  if (there) return there;
  const id = newId();
  const isCode = CODE.test(name.trim());
  const isFree = ![...draft.all('participants').values()].some((person) => person.pseudonym === name.trim());
  draft.add('participants', {
    id,
    pseudonym: isCode && isFree ? name.trim() : nextPseudonym(draft),
    name: isCode ? '' : name.trim(),
    segmentId: null,
    attributes: {},
    reached: 'unknown',
    relationship: '',
  });
  added.set(key === '' ? id : key, id);
  return id;
}

export const updateSource = defineEdit({
  name: 'updateSource',
  input: z
    .strictObject({
      title: nameField,
      kind: z.enum(SOURCE_KINDS),
      heldOn: dayField.nullable(),
      participantId: idField.nullable(),
      facts: factsSchema,
    })
    .partial()
    .extend({ sourceId: idField }),
  label: 'Edit source',
  run({ draft }, { sourceId, ...fields }) {
    draft.update('sources', sourceId, fields);
    return {};
  },
});

/** Says who the speakers of a source are. Labels that are not named keep what they have. */
export const mapSpeakers = defineEdit({
  name: 'mapSpeakers',
  input: z.strictObject({ sourceId: idField, speakers: z.array(speakerMappingSchema).min(1) }),
  label: 'Map speakers',
  run(context, { sourceId, speakers }) {
    const source = context.draft.require('sources', sourceId);
    const added = new Map<string, string>();
    const byLabel = new Map(speakers.map((speaker) => [speaker.label, speaker]));
    for (const label of byLabel.keys()) {
      if (!source.speakers.some((speaker) => speaker.label === label)) {
        throw new AppError('not-found', `“${source.title}” has no speaker called “${label}”. Nothing was changed.`, { label });
      }
    }
    context.draft.update('sources', sourceId, {
      speakers: source.speakers.map((speaker) => {
        const mapping = byLabel.get(speaker.label);
        if (!mapping) return speaker;
        const isParticipant = mapping.role === 'participant';
        const name = mapping.newParticipantName;
        const known = mapping.participantId ?? (name === undefined ? null : newParticipant(context, added, name));
        return { label: speaker.label, role: mapping.role, participantId: isParticipant ? known : null };
      }),
    });
    return { participantIds: [...added.values()] };
  },
});

/** Removes sources with their snippets. The transcript files stay on disk until the vault is purged, so that this can be undone. */
export const removeSources = defineEdit({
  name: 'removeSources',
  input: z.strictObject({ sourceIds: z.array(idField).min(1) }),
  label: (input, state) =>
    input.sourceIds.length === 1
      ? `Remove ${state.get('sources', input.sourceIds[0] ?? '')?.title ?? 'source'}`
      : `Remove ${input.sourceIds.length} sources`,
  *run({ draft }, { sourceIds }) {
    for (const sourceId of unique(sourceIds)) {
      for (const snippet of draft.referring('sources', sourceId, 'snippets')) {
        removeSnippet(draft, snippet.id);
        yield;
      }
      leaveSource(draft, sourceId);
      removeMemosAbout(draft, 'sources', sourceId);
      forgetAskedIn(draft, sourceId);
      forgetAskings(draft, sourceId);
      draft.remove('sources', sourceId);
    }
    return {};
  },
});

/**
 * Snippets in bulk, by their words: each row names a source, a quote in it and tag names (made when missing). Sources that are new come
 * with it. One step; rows were checked before. @throws AppError('not-found') when a quote is not in its source.
 */
export const importQuotes = defineEdit({
  name: 'importQuotes',
  input: z.strictObject({
    sources: z.array(importedSourceSchema).default([]),
    rows: z
      .array(
        z.strictObject({
          sourceId: idField,
          quote: textField.min(1),
          /** The whole of this turn is the quote; left out: it is looked for. */
          turn: z.int().min(0).optional(),
          tags: z.array(nameField),
          note: textField.default(''),
        }),
      )
      .min(1),
  }),
  label: (input) => (input.rows.length === 1 ? 'Import a quote' : `Import ${input.rows.length} quotes`),
  texts: (input) => unique([...input.sources.map((source) => source.id), ...input.rows.map((row) => row.sourceId)]),
  *run(context, { sources, rows }) {
    yield* addSources(context, sources);
    const snippetIds: string[] = [];
    const markRange = rangeMarker(context);
    for (const row of rows) {
      const turns = context.turns(row.sourceId);
      const whole = row.turn === undefined ? undefined : turns[row.turn];
      const range =
        row.turn !== undefined && whole
          ? { startTurn: row.turn, startOffset: 0, endTurn: row.turn, endOffset: whole.text.length }
          : findQuote(turns, row.quote);
      if (!range) throw new AppError('not-found', 'A quote was not found in its source. Nothing was imported.', { sourceId: row.sourceId });
      const snippet = markRange(row.sourceId, range);
      if (row.note && !snippet.note) context.draft.update('snippets', snippet.id, { note: row.note });
      applyTags(
        context,
        snippet.id,
        row.tags.map((name) => tagByName(context, name)),
        'imported',
      );
      snippetIds.push(snippet.id);
      yield;
    }
    return { snippetIds };
  },
});

/** The tag of this name at any depth, without regard to case; made at top level when there is none. */
function tagByName({ draft, newId }: EditContext, name: string): string {
  const wanted = name.trim().toLowerCase();
  for (const tag of childTags(draft, null)) if (tag.name.toLowerCase() === wanted) return tag.id;
  for (const tag of draft.all('tags').values()) if (tag.name.toLowerCase() === wanted) return tag.id;
  return addTag(draft, newId(), { name }).id;
}
