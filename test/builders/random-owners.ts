// Random inputs of the owners of the result, of what was acknowledged, and of the self-assessment.
import type { VaultReader } from '#shared/model/vault-state';

import { some } from './some-record.ts';

export const OWNER_KINDS = [
  'addOwner',
  'updateOwner',
  'removeOwner',
  'logAcknowledgement',
  'updateAcknowledgement',
  'removeAcknowledgement',
  'addAssessment',
  'updateAssessment',
  'removeAssessment',
] as const;

export function ownerInputs(
  reader: VaultReader,
  [a = 0, b = 0, c = 0]: number[],
  text: string,
): Record<(typeof OWNER_KINDS)[number], unknown> {
  const on = `2026-0${(a % 9) + 1}-1${b % 10}`;
  const department = some(reader, 'departments', b);
  const departmentId = c % 2 && department !== 'nobody' ? department : null;
  return {
    addOwner: { name: text, departmentId },
    updateOwner: { ownerId: some(reader, 'owners', a), gave: text },
    removeOwner: { ownerId: some(reader, 'owners', a) },
    logAcknowledgement: { departmentId: department, saidOn: on, saidBy: text, words: text },
    updateAcknowledgement: { acknowledgementId: some(reader, 'acknowledgements', a), words: text },
    removeAcknowledgement: { acknowledgementId: some(reader, 'acknowledgements', a) },
    addAssessment: { on, person: text, answers: { 'first-hand': (a % 5) + 1 }, obstacles: b % 2 ? ['no-time'] : [] },
    updateAssessment: { assessmentId: some(reader, 'assessments', a), answers: { 'news-travels': (b % 5) + 1 }, note: text },
    removeAssessment: { assessmentId: some(reader, 'assessments', a) },
  };
}
