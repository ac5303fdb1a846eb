// An evidence link: what a theme, or one snippet, says of one assumption, with the reason.
import { z } from 'zod';

import { idField, textField, timeField } from './fields.ts';

export const EVIDENCE_RELATIONS = ['supports', 'contradicts', 'refines', 'not-relevant'] as const;

export const LINK_STRENGTHS = ['weak', 'strong'] as const;

export const evidenceLinkSchema = z
  .strictObject({
    id: idField,
    assumptionId: idField,
    themeId: idField.nullable(),
    snippetId: idField.nullable(),
    relation: z.enum(EVIDENCE_RELATIONS),
    reason: textField,
    /** How directly it speaks to the statement; left out: neither weak nor strong. */
    strength: z.enum(LINK_STRENGTHS).optional(),
    by: z.string().max(200),
    at: timeField,
  })
  .refine((link) => (link.themeId === null) !== (link.snippetId === null), 'names either a theme or a snippet');

export type EvidenceLink = z.infer<typeof evidenceLinkSchema>;
export type EvidenceRelation = EvidenceLink['relation'];
