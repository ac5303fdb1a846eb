// Edits of askings: in which interviews which questions of the guide were asked.
import { z } from 'zod';

import type { Steps } from '#shared/lib/steps';
import type { Draft } from '#shared/model/draft';
import { askingId } from '#shared/model/records/asking';
import { idField } from '#shared/model/records/fields';

import { defineEdit } from './edit-definition.ts';

/** A person confirms that questions were asked in interviews, or were not; null takes back what was confirmed. */
export const recordAskings = defineEdit({
  name: 'recordAskings',
  input: z.strictObject({
    askings: z
      .array(
        z.strictObject({
          questionId: idField,
          sourceId: idField,
          asked: z.boolean().nullable(),
          /** The turn of today's transcript in which it was asked. */
          turn: z.int().min(0).nullable().default(null),
        }),
      )
      .min(1)
      .max(50_000),
  }),
  label: ({ askings }) =>
    askings.length === 1 ? labelOfOne(askings[0]?.asked ?? null) : `Note ${askings.length} questions as asked or not`,
  *run({ draft, by, now }, { askings }): Steps<{ noted: number }> {
    for (const { questionId, sourceId, asked, turn } of askings) {
      yield;
      const id = askingId(questionId, sourceId);
      draft.require('questions', questionId);
      const { transcript } = draft.require('sources', sourceId);
      if (asked === null) {
        if (draft.get('askings', id)) draft.remove('askings', id);
        continue;
      }
      // A turn that is not in the transcript is nobody's place.
      const place = asked && turn !== null && turn < transcript.turns ? { revision: transcript.revision, turn } : null;
      draft.put('askings', { id, questionId, sourceId, asked, place, by, at: now });
    }
    return { noted: askings.length };
  },
});

/** What was asked in a source goes with it. */
export function forgetAskings(draft: Draft, sourceId: string): void {
  for (const { id } of draft.referring('sources', sourceId, 'askings')) draft.remove('askings', id);
}

function labelOfOne(asked: boolean | null): string {
  if (asked === null) return 'Take back whether it was asked';
  return asked ? 'Note as asked' : 'Note as not asked';
}
