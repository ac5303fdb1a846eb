// Edits of commitments: agreed, signed, sealed, amended; afterwards judged, kept or dropped.
import { z } from 'zod';

import { missingForSeal, sameName } from '#shared/domain/commitments/read-commitment';
import { changeCommitment, lastSeal, sealed, sealState } from '#shared/domain/commitments/seal';
import { AppError } from '#shared/lib/app-error';
import type { Draft } from '#shared/model/draft';
import { type Commitment, COMMITMENT_OUTCOMES, commitmentSchema } from '#shared/model/records/commitment';
import { dayField, idField, nameField, textField } from '#shared/model/records/fields';

import { defineEdit, orderAfterAll, unique } from './edit-definition.ts';

const fields = commitmentSchema.pick({
  statement: true,
  atLeast: true,
  of: true,
  segmentId: true,
  assumptionId: true,
  side: true,
  themeIds: true,
  owner: true,
  action: true,
  dueOn: true,
});

const given = fields.partial();

/** Writes a commitment down; without a number it asks for one person. */
export const addCommitment = defineEdit({
  name: 'addCommitment',
  input: given.extend({ statement: nameField, id: idField.optional() }),
  label: 'Add commitment',
  run({ draft, newId }, { id, ...told }) {
    const commitment: Commitment = {
      ...emptyCommitment(id ?? newId(), told.statement, orderAfterAll(draft.all('commitments').values())),
      ...defined(told),
    };
    return { commitmentId: draft.add('commitments', requireSense(commitment)).id };
  },
});

/** Changes a commitment. Changed terms lose their signatures; a sealed one is shown as unsealed from then on. Themes are no terms. */
export const updateCommitment = defineEdit({
  name: 'updateCommitment',
  input: given.extend({ commitmentId: idField }),
  label: 'Edit commitment',
  run({ draft, now, by }, { commitmentId, ...told }) {
    const before = draft.require('commitments', commitmentId);
    draft.put('commitments', requireSense(changeCommitment(before, defined(told), 'edited', { at: now, by })));
    return {};
  },
});

/** Removes a commitment with the forecasts about it. One that was ever sealed stays: it can be dropped, with the reason. */
export const removeCommitment = defineEdit({
  name: 'removeCommitment',
  input: z.strictObject({ commitmentId: idField }),
  label: 'Remove commitment',
  run({ draft }, { commitmentId }) {
    const { seal, broken } = draft.require('commitments', commitmentId);
    if (seal !== null || broken.length > 0)
      throw new AppError('conflict', 'This commitment has been sealed and stays in the study. Mark it as dropped and say why.');
    for (const forecast of draft.referring('commitments', commitmentId, 'forecasts')) draft.remove('forecasts', forecast.id);
    draft.remove('commitments', commitmentId);
    return {};
  },
});

export const signCommitment = defineEdit({
  name: 'signCommitment',
  input: z.strictObject({ commitmentId: idField, name: nameField }),
  label: (input) => `Sign commitment: ${input.name}`,
  run({ draft, now }, { commitmentId, name }) {
    const commitment = requireUnsealed(draft, commitmentId, 'signed');
    if (commitment.signatures.some((signature) => sameName(signature.name, name)))
      throw new AppError('conflict', `${name.trim()} has signed this commitment already.`);
    draft.update('commitments', commitmentId, { signatures: [...commitment.signatures, { name: name.trim(), at: now }] });
    return {};
  },
});

export const withdrawSignature = defineEdit({
  name: 'withdrawSignature',
  input: z.strictObject({ commitmentId: idField, name: nameField }),
  label: 'Withdraw signature',
  run({ draft }, { commitmentId, name }) {
    const commitment = requireUnsealed(draft, commitmentId, 'changed');
    const signatures = commitment.signatures.filter((signature) => !sameName(signature.name, name));
    draft.update('commitments', commitmentId, { signatures });
    return {};
  },
});

/** Seals commitments, one link of the chain each. Owner, action, date and the owner's signature must be there. */
export const sealCommitments = defineEdit({
  name: 'sealCommitments',
  input: z.strictObject({ commitmentIds: z.array(idField).min(1).max(500) }),
  label: (input) => (input.commitmentIds.length === 1 ? 'Seal commitment' : `Seal ${input.commitmentIds.length} commitments`),
  run({ draft, now, by }, { commitmentIds }) {
    const sources = draft.all('sources').size;
    let last = lastSeal(draft.all('commitments').values());
    for (const commitmentId of unique(commitmentIds)) {
      const commitment = requireUnsealed(draft, commitmentId, 'sealed');
      const missing = missingForSeal(commitment);
      if (missing.length > 0)
        throw new AppError('bad-input', `“${commitment.statement}” cannot be sealed yet. It needs ${missing.join(', ')}.`);
      const after = sealed(commitment, last, { at: now, by, sources });
      draft.put('commitments', after);
      last = after.seal;
    }
    return {};
  },
});

/** Adds words to a sealed commitment; its terms and its seal stay. */
export const amendCommitment = defineEdit({
  name: 'amendCommitment',
  input: z.strictObject({ commitmentId: idField, text: textField.refine((text) => text.trim() !== '', 'must not be blank') }),
  label: 'Amend commitment',
  run({ draft, now, by }, { commitmentId, text }) {
    const { amendments } = draft.require('commitments', commitmentId);
    draft.update('commitments', commitmentId, { amendments: [...amendments, { text, by, at: now }] });
    return {};
  },
});

/** Says by hand, with the reason, whether it is triggered; null: as it is counted. */
export const judgeCommitment = defineEdit({
  name: 'judgeCommitment',
  input: z.strictObject({ commitmentId: idField, triggered: z.boolean().nullable(), reason: textField.default('') }),
  label: 'Judge commitment',
  run({ draft, now, by }, { commitmentId, triggered, reason }) {
    draft.require('commitments', commitmentId);
    if (triggered !== null && reason.trim() === '') throw new AppError('bad-input', 'Say why: a judgement by hand needs its reason.');
    draft.update('commitments', commitmentId, { judged: triggered === null ? null : { triggered, reason, by, at: now } });
    return {};
  },
});

/** Kept, dropped, or open again, on a day, with a note. */
export const setCommitmentOutcome = defineEdit({
  name: 'setCommitmentOutcome',
  input: z.strictObject({
    commitmentId: idField,
    outcome: z.enum(COMMITMENT_OUTCOMES),
    on: dayField.nullable().optional(),
    note: textField.optional(),
  }),
  label: (input) => (input.outcome === 'open' ? 'Reopen commitment' : `Mark commitment ${input.outcome}`),
  run({ draft, now }, { commitmentId, outcome, on, note }) {
    const { outcomeNote } = draft.require('commitments', commitmentId);
    const outcomeOn = outcome === 'open' ? null : (on ?? now.slice(0, 10));
    draft.update('commitments', commitmentId, { outcome, outcomeOn, outcomeNote: note ?? outcomeNote });
    return {};
  },
});

function emptyCommitment(id: string, statement: string, order: number): Commitment {
  const told = { owner: '', action: '', dueOn: null, outcome: 'open', outcomeOn: null, outcomeNote: '' } as const;
  const counted = { atLeast: 1, of: null, segmentId: null, assumptionId: null, side: 'supports', themeIds: [] } as const;
  return { id, statement, ...counted, themeIds: [], ...told, signatures: [], seal: null, broken: [], amendments: [], judged: null, order };
}

/** Fields that were given; one left out stays as it is. */
function defined(told: z.output<typeof given>): Partial<Commitment> {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

function requireSense(commitment: Commitment): Commitment {
  const { atLeast, of } = commitment;
  if (of !== null && atLeast > of) throw new AppError('bad-input', `“At least ${atLeast} of ${of} people” cannot happen.`);
  return { ...commitment, themeIds: unique(commitment.themeIds) };
}

function requireUnsealed(draft: Draft, commitmentId: string, what: string): Commitment {
  const commitment = draft.require('commitments', commitmentId);
  const state = sealState(commitment);
  if (state === 'sealed' || state === 'changed')
    throw new AppError('conflict', `This commitment is sealed and cannot be ${what}. Add an amendment instead.`);
  return commitment;
}
