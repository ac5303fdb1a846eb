// Random inputs of commitments and forecasts.
import { missingForSeal } from '#shared/domain/commitments/read-commitment';
import type { VaultReader } from '#shared/model/vault-state';

import { some } from './some-record.ts';

/** Inputs of commitments and forecasts. */
export function commitmentInputs(reader: VaultReader, [a = 0, b = 0, c = 0, d = 0]: number[], text: string): Record<string, unknown> {
  const all = [...reader.all('commitments').values()];
  const pick = (list: readonly { id: string }[]): string => (list[a % Math.max(1, list.length)] ?? { id: 'nobody' }).id;
  const open = all.filter(({ seal }) => seal === null);
  const ready = open.filter((commitment) => missingForSeal(commitment).length === 0);
  const never = open.filter(({ broken }) => broken.length === 0);
  const toSign = open.filter((commitment) => missingForSeal(commitment).length > 0);
  const signed = open.filter(({ signatures }) => signatures.length > 0);
  const forecasts = [...reader.all('forecasts').values()];
  const hidden = forecasts.filter(({ revealedAt }) => revealedAt === null);
  const about = hidden[b % Math.max(1, hidden.length)];
  const orNull = (collection: 'segments' | 'assumptions', id: string): string | null => (reader.get(collection, id) ? id : null);
  const segmentId = orNull('segments', some(reader, 'segments', c));
  const assumptionId = orNull('assumptions', some(reader, 'assumptions', d));
  const theme = reader.get('themes', some(reader, 'themes', b));
  const commitmentId = pick(all);
  const signing = reader.get('commitments', pick(toSign));
  return {
    addCommitment: {
      statement: text,
      atLeast: (a % 5) + 1,
      of: 8,
      segmentId,
      assumptionId,
      owner: 'Dana',
      action: text,
      dueOn: '2026-07-15',
    },
    updateCommitment: { commitmentId, atLeast: (b % 8) + 1, ...(theme ? { themeIds: [theme.id] } : {}) },
    removeCommitment: { commitmentId: pick(never) },
    signCommitment: { commitmentId: pick(toSign), name: signing?.owner ?? text },
    withdrawSignature: { commitmentId: pick(signed), name: 'dana' },
    sealCommitments: { commitmentIds: [pick(ready)] },
    amendCommitment: { commitmentId, text },
    judgeCommitment: { commitmentId, triggered: c % 3 === 0 ? null : c % 2 === 0, reason: text },
    setCommitmentOutcome: { commitmentId, outcome: c % 2 ? 'kept' : 'open', note: text },
    giveForecast: { ...(d % 2 || assumptionId === null ? { commitmentId } : { assumptionId }), person: text, probability: b % 101 },
    removeForecast: { forecastId: pick(hidden) },
    revealForecasts: { commitmentId: about?.commitmentId ?? null, assumptionId: about?.assumptionId ?? null },
  };
}
