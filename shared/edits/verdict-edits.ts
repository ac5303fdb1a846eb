// Edits of what a person adds to a verdict: one set by hand with its reason, and logged searches for evidence against it.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import type { Draft } from '#shared/model/draft';
import { idField, textField } from '#shared/model/records/fields';
import { VERDICTS } from '#shared/model/verdicts';

import { defineEdit, unique } from './edit-definition.ts';

const saidField = textField.refine((text) => text.trim() !== '', 'must not be blank');

/** Sets the verdict of an assumption by hand. The counted one stays beside it, on screen and on the command line. */
export const overrideVerdict = defineEdit({
  name: 'overrideVerdict',
  input: z.strictObject({ assumptionId: idField, verdict: z.enum(VERDICTS), reason: saidField }),
  label: (input) => `Verdict by hand: ${input.verdict}`,
  run({ draft, by, now }, { assumptionId, verdict, reason }) {
    draft.put('assumptions', { ...draft.require('assumptions', assumptionId), override: { verdict, reason, by, at: now } });
    return {};
  },
});

/** Takes the verdict by hand away: the counted one holds again. */
export const useCountedVerdict = defineEdit({
  name: 'useCountedVerdict',
  input: z.strictObject({ assumptionId: idField }),
  label: 'Use the counted verdict',
  run({ draft }, { assumptionId }) {
    const { override, ...assumption } = draft.require('assumptions', assumptionId);
    if (!override) throw new AppError('not-found', 'This assumption has no verdict by hand to take away.');
    draft.put('assumptions', assumption);
    return {};
  },
});

/** Notes in which interviews an assumption was asked about, instead of those noted before. Whoever says nothing of it there was asked and did not raise it. */
export const noteAskedIn = defineEdit({
  name: 'noteAskedIn',
  input: z.strictObject({ assumptionId: idField, sourceIds: z.array(idField).max(10_000) }),
  label: 'Note where it was asked',
  run({ draft }, { assumptionId, sourceIds }) {
    for (const id of sourceIds) draft.require('sources', id);
    putAskedIn(draft, assumptionId, unique(sourceIds));
    return {};
  },
});

/** Forgets that assumptions were asked about in a source, before it is removed. */
export function forgetAskedIn(draft: Draft, sourceId: string): void {
  for (const { id, askedIn = [] } of draft.referring('sources', sourceId, 'assumptions')) {
    putAskedIn(
      draft,
      id,
      askedIn.filter((each) => each !== sourceId),
    );
  }
}

function putAskedIn(draft: Draft, assumptionId: string, sourceIds: readonly string[]): void {
  const { askedIn: _before, ...assumption } = draft.require('assumptions', assumptionId);
  draft.put('assumptions', sourceIds.length === 0 ? assumption : { ...assumption, askedIn: [...sourceIds] });
}

/** Logs that somebody looked for evidence against an assumption. */
export const logCounterSearch = defineEdit({
  name: 'logCounterSearch',
  input: z.strictObject({ id: idField.optional(), assumptionId: idField, lookedFor: saidField, found: textField.default('') }),
  label: 'Log a search for counter-evidence',
  run({ draft, newId, by, now }, { id, ...fields }) {
    draft.require('assumptions', fields.assumptionId);
    return { counterSearchId: draft.add('counterSearches', { id: id ?? newId(), ...fields, by, at: now }).id };
  },
});

export const removeCounterSearch = defineEdit({
  name: 'removeCounterSearch',
  input: z.strictObject({ counterSearchId: idField }),
  label: 'Remove a logged search',
  run({ draft }, { counterSearchId }) {
    draft.remove('counterSearches', counterSearchId);
    return {};
  },
});
