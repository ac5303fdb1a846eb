// Offers the names of those of us who are in the log already, so that one person is written one way.
import { nameKey } from '#shared/domain/rhythm/name-key';
import { useDerived } from '#renderer/stores/record-hooks';

/** Id of the list, for the `list` of a text field. */
export const KNOWN_NAMES = 'rhythm-known-names';

export function KnownNames() {
  const names = useDerived(['conversations', 'goals'], (reader) => {
    const found = new Map<string, string>();
    for (const { person } of reader.all('goals').values()) found.set(nameKey(person), person);
    for (const { people } of reader.all('conversations').values())
      for (const { name } of people) if (!found.has(nameKey(name))) found.set(nameKey(name), name);
    return [...found.values()].sort((left, right) => left.localeCompare(right, 'en'));
  });
  return (
    <datalist id={KNOWN_NAMES}>
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </datalist>
  );
}
