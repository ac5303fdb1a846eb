// Edits of evidence links: what a theme or a snippet says of an assumption.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import { EVIDENCE_RELATIONS, LINK_STRENGTHS } from '#shared/model/records/evidence-link';
import { idField, textField } from '#shared/model/records/fields';
import type { VaultReader } from '#shared/model/vault-state';

import { defineEdit } from './edit-definition.ts';

const cellSchema = z.strictObject({
  assumptionId: idField,
  themeId: idField.nullable().default(null),
  snippetId: idField.nullable().default(null),
});

/** Judges one cell. There is one link for each pair: judging again changes it. A strength that is not given stays with its judgement; null takes it away. */
export const setEvidence = defineEdit({
  name: 'setEvidence',
  input: cellSchema.extend({
    id: idField.optional(),
    relation: z.enum(EVIDENCE_RELATIONS),
    reason: textField.default(''),
    strength: z.enum(LINK_STRENGTHS).nullable().optional(),
  }),
  label: (input) => `Judge: ${input.relation}`,
  run({ draft, newId, by, now }, { id, strength, ...link }) {
    requireOneSide(link);
    const there = findLink(draft, link);
    const kept = strength === undefined && there?.relation === link.relation ? there.strength : strength;
    const record = { ...link, ...(kept ? { strength: kept } : {}), id: there?.id ?? id ?? newId(), by, at: now };
    return { evidenceLinkId: draft.put('evidenceLinks', record).id };
  },
});

/** Takes the judgement of one cell away: it is open again. */
export const clearEvidence = defineEdit({
  name: 'clearEvidence',
  input: cellSchema,
  label: 'Judge: open',
  run({ draft }, cell) {
    requireOneSide(cell);
    const link = findLink(draft, cell);
    if (!link) throw new AppError('not-found', 'This cell has no judgement to take away.');
    draft.remove('evidenceLinks', link.id);
    return {};
  },
});

type Cell = z.infer<typeof cellSchema>;

function requireOneSide(cell: Cell): void {
  if ((cell.themeId === null) === (cell.snippetId === null)) {
    throw new AppError('bad-input', 'Evidence is of a theme or of a snippet: name exactly one of themeId and snippetId.');
  }
}

function findLink(reader: VaultReader, cell: Cell) {
  return reader
    .referring('assumptions', cell.assumptionId, 'evidenceLinks')
    .find((link) => link.themeId === cell.themeId && link.snippetId === cell.snippetId);
}
