// Random inputs of the interview guide and the recruitment list.
import type { VaultReader } from '#shared/model/vault-state';

import { some } from './some-record.ts';

/** Inputs of the interview guide and the recruitment list. */
export function guideInputs(reader: VaultReader, [a = 0, b = 0, c = 0, d = 0]: number[], text: string): Record<string, unknown> {
  const assumptionId = some(reader, 'assumptions', b);
  const assumptionIds = assumptionId === 'nobody' ? [] : [assumptionId];
  const questionId = some(reader, 'questions', a);
  const participantId = some(reader, 'participants', c);
  const introducerId = some(reader, 'participants', c + 1);
  const recruitId = some(reader, 'recruits', a);
  const asked = d % 3 === 0 ? null : d % 3 === 1;
  return {
    addQuestions: { questions: [{ text, assumptionIds }, { text: `${text}?` }] },
    updateQuestion: { questionId, probes: text, ...(c % 2 ? { assumptionIds } : {}) },
    moveQuestion: { questionId, beforeQuestionId: d % 3 === 0 ? null : some(reader, 'questions', b) },
    removeQuestion: { questionId },
    updateGuide: { opening: text, organiser: text },
    recordAskings: { askings: [{ questionId, sourceId: some(reader, 'sources', b), asked, turn: c % 4 }] },
    addRecruit: d % 2 ? { participantId, note: text } : { newParticipant: { name: text, reached: 'advocate' }, strength: 'strong' },
    updateRecruit: {
      recruitId,
      introduction: 'asked',
      ...(introducerId !== recruitId && introducerId !== 'nobody' ? { introducerId } : {}),
    },
    removeRecruit: { recruitId },
  };
}
