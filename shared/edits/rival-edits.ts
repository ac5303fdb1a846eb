// Edits of rival sets: assumptions that cannot all be true, and the evidence that tells them apart.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import type { Draft } from '#shared/model/draft';
import { idField, nameField, optionalNameField } from '#shared/model/records/fields';
import { MOST_RIVALS, RIVAL_MARKS, RIVAL_WEIGHTS, type RivalRow, type RivalSet } from '#shared/model/records/rival-set';
import type { Theme } from '#shared/model/records/theme';

import { defineEdit, unique } from './edit-definition.ts';

const rivalsField = z.array(idField).min(2).max(MOST_RIVALS);

/** Sets assumptions against each other; every theme that is judged against one of them becomes a row, in the order of the board. */
export const addRivalSet = defineEdit({
  name: 'addRivalSet',
  input: z.strictObject({ id: idField.optional(), name: nameField, assumptionIds: rivalsField }),
  label: (input) => `Set rivals: ${input.name}`,
  run({ draft, newId, by, now }, { id, name, assumptionIds }) {
    const rivals = requireRivals(draft, assumptionIds);
    const rows = themesJudged(draft, rivals).map((theme) => rowOf(newId(), theme.id, ''));
    return { rivalSetId: draft.add('rivalSets', { id: id ?? newId(), name, assumptionIds: rivals, rows, by, at: now }).id };
  },
});

/** Renames a set or changes its assumptions; marks of those that leave it go. */
export const updateRivalSet = defineEdit({
  name: 'updateRivalSet',
  input: z.strictObject({ rivalSetId: idField, name: nameField.optional(), assumptionIds: rivalsField.optional() }),
  label: 'Edit rivals',
  run({ draft }, { rivalSetId, name, assumptionIds }) {
    const set = draft.require('rivalSets', rivalSetId);
    const rivals = assumptionIds ? requireRivals(draft, assumptionIds) : set.assumptionIds;
    draft.put('rivalSets', { ...withRivals(set, rivals), name: name ?? set.name });
    return {};
  },
});

export const removeRivalSet = defineEdit({
  name: 'removeRivalSet',
  input: z.strictObject({ rivalSetId: idField }),
  label: 'Remove rivals',
  run({ draft }, { rivalSetId }) {
    draft.remove('rivalSets', rivalSetId);
    return {};
  },
});

/** Adds a row of evidence, a theme or words of one's own, or changes one that is there. A new row is believed and relevant as most are. */
export const setRivalRow = defineEdit({
  name: 'setRivalRow',
  input: z.strictObject({
    rivalSetId: idField,
    rowId: idField.optional(),
    themeId: idField.nullable().optional(),
    statement: optionalNameField.optional(),
    credibility: z.enum(RIVAL_WEIGHTS).optional(),
    relevance: z.enum(RIVAL_WEIGHTS).optional(),
  }),
  label: 'Edit evidence on rivals',
  run({ draft, newId }, { rivalSetId, rowId, ...fields }) {
    const set = draft.require('rivalSets', rivalSetId);
    const there = set.rows.find((row) => row.id === rowId);
    const before = there ?? rowOf(rowId ?? newId(), null, '');
    const row: RivalRow = {
      ...before,
      themeId: fields.themeId === undefined ? before.themeId : fields.themeId,
      statement: fields.statement ?? before.statement,
      credibility: fields.credibility ?? before.credibility,
      relevance: fields.relevance ?? before.relevance,
    };
    if (row.themeId === null && row.statement.trim() === '')
      throw new AppError('bad-input', 'A row of evidence needs a theme or words of its own.');
    const rows = there ? set.rows.map((each) => (each === there ? row : each)) : [...set.rows, row];
    draft.put('rivalSets', { ...set, rows });
    return { rowId: row.id };
  },
});

export const removeRivalRow = defineEdit({
  name: 'removeRivalRow',
  input: z.strictObject({ rivalSetId: idField, rowId: idField }),
  label: 'Remove evidence on rivals',
  run({ draft }, { rivalSetId, rowId }) {
    const set = draft.require('rivalSets', rivalSetId);
    requireRow(set, rowId);
    draft.put('rivalSets', { ...set, rows: set.rows.filter((row) => row.id !== rowId) });
    return {};
  },
});

/** Marks how evidence fits one of the rivals; null: as the matrix has it. */
export const setRivalMark = defineEdit({
  name: 'setRivalMark',
  input: z.strictObject({ rivalSetId: idField, rowId: idField, assumptionId: idField, mark: z.enum(RIVAL_MARKS).nullable() }),
  label: (input) => `Mark rivals: ${input.mark ?? 'as in the matrix'}`,
  run({ draft }, { rivalSetId, rowId, assumptionId, mark }) {
    const set = draft.require('rivalSets', rivalSetId);
    const row = requireRow(set, rowId);
    if (!set.assumptionIds.includes(assumptionId)) throw new AppError('not-found', 'This assumption is not one of the rivals of the set.');
    const { [assumptionId]: _before, ...others } = row.marks;
    const marks = mark === null ? others : { ...others, [assumptionId]: mark };
    draft.put('rivalSets', { ...set, rows: set.rows.map((each) => (each === row ? { ...row, marks } : each)) });
    return {};
  },
});

/** Takes an assumption out of sets and confidences before it is removed; a set of which one is left goes. */
export function dropRival(draft: Draft, assumptionId: string): void {
  for (const confidence of draft.referring('assumptions', assumptionId, 'confidences')) draft.remove('confidences', confidence.id);
  for (const set of draft.referring('assumptions', assumptionId, 'rivalSets')) {
    const rivals = set.assumptionIds.filter((id) => id !== assumptionId);
    if (rivals.length < 2) draft.remove('rivalSets', set.id);
    else draft.put('rivalSets', withRivals(set, rivals));
  }
}

/** Takes a theme out of sets and confidences before it is dissolved; a row of it stays under its name. */
export function dropTheme(draft: Draft, theme: Theme): void {
  for (const confidence of draft.referring('themes', theme.id, 'confidences')) draft.remove('confidences', confidence.id);
  for (const set of draft.referring('themes', theme.id, 'rivalSets')) {
    const rows = set.rows.map((row) =>
      row.themeId === theme.id ? { ...row, themeId: null, statement: row.statement || theme.name || 'A dissolved cluster' } : row,
    );
    draft.put('rivalSets', { ...set, rows });
  }
}

function requireRivals(draft: Draft, assumptionIds: readonly string[]): string[] {
  const rivals = unique(assumptionIds);
  for (const id of rivals) draft.require('assumptions', id);
  if (rivals.length < 2) throw new AppError('bad-input', 'Rivals are at least two different assumptions.');
  return rivals;
}

function requireRow(set: RivalSet, rowId: string): RivalRow {
  const row = set.rows.find(({ id }) => id === rowId);
  if (!row) throw new AppError('not-found', 'This row of evidence is no longer there.');
  return row;
}

function withRivals(set: RivalSet, assumptionIds: string[]): RivalSet {
  const marksOf = (row: RivalRow) => Object.fromEntries(Object.entries(row.marks).filter(([id]) => assumptionIds.includes(id)));
  return { ...set, assumptionIds, rows: set.rows.map((row) => ({ ...row, marks: marksOf(row) })) };
}

function rowOf(id: string, themeId: string | null, statement: string): RivalRow {
  return { id, themeId, statement, credibility: 'medium', relevance: 'medium', marks: {} };
}

function themesJudged(draft: Draft, rivals: readonly string[]): Theme[] {
  const themeIds = new Set(
    rivals.flatMap((id) => draft.referring('assumptions', id, 'evidenceLinks').flatMap(({ themeId }) => themeId ?? [])),
  );
  return [...themeIds].flatMap((id) => draft.get('themes', id) ?? []).sort((left, right) => left.order - right.order);
}
