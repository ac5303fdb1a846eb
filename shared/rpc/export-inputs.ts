// What is asked of the methods by which words leave the study: which file, for whom, and with which names.
import { z } from 'zod';

import { PURPOSES } from '#shared/model/records/consent';

import { READOUT_FORMATS } from './answers.ts';
import { EXCHANGE_FORMATS } from './exchange-answers.ts';
import { TABLE_FILES } from './query-answers.ts';

/** For whom the file is: whoever did not agree to be read by them stays out. */
const purposeField = z.enum(PURPOSES);
const namesField = z.enum(['pseudonyms', 'names']);

/** The study, or its codebook, for other tools: for the team and with real names unless told otherwise, since only so the way back is without loss. */
export const projectInput = z.strictObject({
  format: z.enum(EXCHANGE_FORMATS),
  purpose: purposeField.default('team'),
  names: namesField.default('names'),
});

export const tableFileInput = z.strictObject({ file: z.enum(TABLE_FILES), purpose: purposeField.default('stakeholders') });

/** A document of ours as Markdown (digest, hand-off pack, brief); UTF-16 units. */
export const wordInput = z.strictObject({ text: z.string().min(1).max(4_000_000) });

export const readoutInput = z.strictObject({
  format: z.enum(READOUT_FORMATS),
  names: namesField.default('pseudonyms'),
  purpose: purposeField.default('stakeholders'),
});
