// Edits of what a person adds to a verdict: one set by hand with its reason, and logged searches for evidence against it.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import { idField, textField } from '#shared/model/records/fields';
import { VERDICTS } from '#shared/model/verdicts';

import { defineEdit } from './edit-definition.ts';

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
