// A copy of a study in which nobody is named: pseudonyms in records and texts, with every snippet in its place.
import { type RenamedText, renamedRecord, type Renaming } from '#shared/domain/names/rename-records';
import { createNameMask } from '#shared/domain/readout/name-mask';
import type { AnyRecord } from '#shared/model/records/index';
import { COLLECTIONS } from '#shared/model/records/index';
import type { Participant } from '#shared/model/records/participant';
import { type VaultReader, VaultState } from '#shared/model/vault-state';

import { renamedText } from '../purge/renamed-texts.ts';
import type { TranscriptText } from '../vault/transcripts.ts';

export interface Pseudonymised {
  state: VaultState;
  texts: Map<string, TranscriptText>;
}

/**
 * The records and texts with participants' names, and the labels they have in transcripts, replaced by pseudonyms. The study itself is not changed.
 * @param everybody the whole study: somebody whose interviews stay out may be named in others. @param texts today's, by source.
 */
export async function pseudonymised(
  state: VaultState,
  texts: ReadonlyMap<string, TranscriptText>,
  everybody: VaultReader,
): Promise<Pseudonymised> {
  const { mask, places } = createNameMask(everybody);
  const names = { replace: mask, places };
  const renamed = new Map<string, RenamedText>();
  const next = new Map<string, TranscriptText>();
  for (const [sourceId, text] of texts) {
    const after = renamedText(text, names);
    next.set(sourceId, after);
    renamed.set(sourceId, { before: text.turns, after: after.turns });
    await new Promise((resolve) => setImmediate(resolve));
  }
  const renaming: Renaming = { names, textOf: (sourceId) => renamed.get(sourceId), numberOf: (_, revision) => revision };
  const records: Record<string, Record<string, AnyRecord>> = {};
  for (const collection of COLLECTIONS) {
    records[collection] = Object.fromEntries(
      [...state.all(collection).values()].map((record: AnyRecord) => {
        const changed = renamedRecord(collection, record, renaming);
        return [record.id, collection === 'participants' ? nameless(changed as Participant, record as Participant) : changed];
      }),
    );
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { state: new VaultState(records), texts: next };
}

/** The pseudonym tells who it is; it is the study's own. */
const nameless = (changed: Participant, { pseudonym }: Participant): Participant => ({ ...changed, name: '', pseudonym });
