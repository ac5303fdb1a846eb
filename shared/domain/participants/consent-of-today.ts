// Consent does not go back in time: what people agreed to today holds also for the study as it was, and after it is restored.
import { type Change, sameRecord } from '#shared/model/changes';
import type { Participant } from '#shared/model/records/participant';
import type { VaultReader } from '#shared/model/vault-state';

/** The earlier record with the consent of today. */
function withConsentOf(past: Participant, now: Participant): Participant {
  const { consent: _, ...rest } = past;
  return now.consent ? { ...rest, consent: now.consent } : rest;
}

/** What has to change in earlier records, so that everybody who is still there has the consent of today. */
export function consentOfToday(past: VaultReader, now: VaultReader): Change[] {
  return [...past.all('participants').values()].flatMap((before): Change[] => {
    const today = now.get('participants', before.id);
    const after = today && withConsentOf(before, today);
    return !after || sameRecord(before, after) ? [] : [{ collection: 'participants', id: before.id, before, after }];
  });
}

/** Changes that lead back to an earlier state, without those of consent. */
export function keepingConsent(changes: readonly Change[]): Change[] {
  return changes.flatMap((change) => {
    const { collection, before, after } = change;
    if (collection !== 'participants' || !before || !after) return [change];
    const kept = withConsentOf(after as Participant, before as Participant);
    return sameRecord(before, kept) ? [] : [{ ...change, after: kept }];
  });
}
