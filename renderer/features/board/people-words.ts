// People on the board by their pseudonyms: a board is shown to others.
import { candidatesOf, isUnknownPerson, type PersonKey } from '#shared/domain/evidence/participants-of';
import { listed } from '#shared/domain/readout/sentences';
import type { ThemePeople } from '#shared/domain/evidence/theme-people';
import { countNoun, withoutDirections } from '#shared/lib/text';
import type { VaultReader } from '#shared/model/vault-state';

/** `P07`; for somebody who is nobody's record yet, that it is not known. */
export function pseudonymOf(reader: VaultReader, key: PersonKey): string {
  const candidates = candidatesOf(key);
  if (candidates) return `one of ${listed(candidates.map((candidate) => pseudonymOf(reader, candidate)))}`;
  if (isUnknownPerson(key)) return 'not mapped yet';
  return reader.get('participants', key)?.pseudonym ?? 'unknown';
}

/** Who stands behind one snippet: `P07`, `P01 and P02`, or nobody. */
export function whoSaid(reader: VaultReader, keys: readonly PersonKey[]): string {
  if (keys.length === 0) return 'nobody heard';
  return listed(keys.slice(0, 3).map((key) => pseudonymOf(reader, key)));
}

/** `9 people` and `23 quotes`, in this order wherever they stand. */
export function countsOf(people: number, quotes: number): [people: string, quotes: string] {
  return [countNoun(people, 'person', 'people'), countNoun(quotes, 'quote', 'quotes')];
}

/** “15 of 23 quotes are from P07”; null when nobody gives more than half. */
export function dominanceOf(reader: VaultReader, { dominant }: ThemePeople): string | null {
  return dominant
    ? `${dominant.quotes} of ${dominant.total} quotes are from ${withoutDirections(pseudonymOf(reader, dominant.person))}`
    : null;
}
