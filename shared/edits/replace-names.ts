// The edit that puts pseudonyms in the place of names, in transcripts, quotes and everything written about them, as one step.
import { z } from 'zod';

import { createReplaceNames, type ReplaceNames } from '#shared/domain/names/replace-names';
import { mapFreeTexts } from '#shared/domain/participants/free-texts';
import type { Steps } from '#shared/lib/steps';
import { idField, nameField } from '#shared/model/records/fields';
import { COLLECTIONS } from '#shared/model/records/index';
import { sourceSchema } from '#shared/model/records/source';

import { defineEdit, type EditContext } from './edit-definition.ts';
import { makeCurrent } from './revise-transcript.ts';

/**
 * The new texts lie in the vault already, as for reviseTranscript. Quotes follow the text; quotes that have no place in it are replaced by
 * themselves. Titles, notes, memos and all other written texts follow when `everywhere`. Participants keep their names: only the key list knows
 * whether they may go. History and backups keep what was there: only deleting a person reaches them.
 */
export const replaceNames = defineEdit({
  name: 'replaceNames',
  input: z.strictObject({
    choices: z
      .array(z.strictObject({ text: nameField, replacement: nameField }))
      .min(1)
      .max(5000),
    revisions: z.array(z.strictObject({ sourceId: idField, from: z.int().min(1), transcript: sourceSchema.shape.transcript })),
    everywhere: z.boolean().default(true),
  }),
  label: ({ choices }) => (choices.length === 1 ? 'Replace a name' : `Replace ${choices.length} names`),
  texts: ({ revisions }) => revisions.map(({ sourceId }) => sourceId),
  revisions: ({ revisions }) => revisions.map(({ sourceId, transcript }) => ({ sourceId, transcript })),
  *run(context, { choices, revisions, everywhere }) {
    const replace = createReplaceNames(choices);
    const counts = { kept: 0, moved: 0, changed: 0, unsure: 0, texts: 0 };
    for (const revision of revisions) {
      const { kept, moved, changed, unsure } = yield* makeCurrent(context, revision);
      counts.kept += kept;
      counts.moved += moved;
      counts.changed += changed;
      counts.unsure += unsure;
      for (const snippet of context.draft.referring('sources', revision.sourceId, 'snippets')) {
        if (!snippet.review) continue;
        const { quote, prefix, suffix } = snippet;
        context.draft.update('snippets', snippet.id, { quote: replace(quote), prefix: replace(prefix), suffix: replace(suffix) });
        yield;
      }
    }
    if (everywhere) counts.texts = yield* replaceInRecords(context, replace);
    return counts;
  },
});

/** How many records were changed. */
function* replaceInRecords({ draft }: EditContext, replace: ReplaceNames): Steps<number> {
  let count = 0;
  for (const collection of COLLECTIONS) {
    for (const record of [...draft.all(collection).values()]) {
      const next = mapFreeTexts(collection, record, replace);
      if (next !== record) {
        draft.put(collection, next);
        count += 1;
      }
      yield;
    }
  }
  return count;
}
