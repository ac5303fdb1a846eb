// Who was asked about an assumption, and who of them said nothing of it.
import type { VaultReader } from '#shared/model/vault-state';

import { peopleInSource, type PersonKey } from './participants-of.ts';

export interface AskedPeople {
  /** Everybody who was asked, sorted. */
  people: PersonKey[];
  /** Those of them who are on no side, sorted. */
  silent: PersonKey[];
}

/**
 * Everybody heard in one of the sources was asked.
 * @param speaking people who speak for it, against it or around it.
 */
export function askedIn(reader: VaultReader, sourceIds: Iterable<string>, speaking: readonly PersonKey[]): AskedPeople {
  const asked = new Set<PersonKey>();
  for (const sourceId of sourceIds) {
    const source = reader.get('sources', sourceId);
    if (source) for (const person of peopleInSource(source)) asked.add(person);
  }
  const spoke = new Set(speaking);
  const people = [...asked].sort();
  return { people, silent: people.filter((person) => !spoke.has(person)) };
}
