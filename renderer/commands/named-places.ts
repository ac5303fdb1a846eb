// What stands on a page together with its like and has a name of its own: found by name, it opens that page.
import type { CommandId } from '#shared/commands/catalog';
import type { CollectionName, RecordOf } from '#shared/model/records/index';
import { shorten } from '#shared/lib/text';
import type { QuickPickItem } from '#renderer/stores/quick-pick-store';
import { shownText } from '#renderer/stores/shown-names';
import { projection } from '#renderer/stores/vault-store';

interface NamedPlaces {
  /** As the list calls each of them. */
  kind: string;
  /** Opens the page they stand on. */
  opens: CommandId;
  named(): readonly { id: string; name: string }[];
}

const named =
  <C extends CollectionName>(collection: C, nameOf: (record: RecordOf<C>) => string) =>
  () =>
    [...projection.state.all(collection).values()].map((record) => ({ id: record.id, name: nameOf(record) }));

const PLACES: readonly NamedPlaces[] = [
  { kind: 'Commitment', opens: 'commitment.show', named: named('commitments', ({ statement }) => statement) },
  { kind: 'Question of the guide', opens: 'guide.open', named: named('questions', ({ text }) => text) },
  { kind: 'Habit', opens: 'rhythm.board', named: named('rhythmItems', ({ title }) => title) },
  { kind: 'Signal', opens: 'signals.open', named: named('signals', ({ name }) => name) },
  { kind: 'Owner of the result', opens: 'owner.show', named: named('owners', ({ name }) => name) },
  { kind: 'Phase gate', opens: 'gates.open', named: named('gates', ({ name }) => name) },
];

/** Characters of a sentence that fit into one line of the list. */
const LONGEST = 120;

/** Each as an item whose id is `page:<command>:<record>`, in the order of their pages. */
export function namedPlaceItems(): QuickPickItem[] {
  const shown = shownText();
  return PLACES.flatMap((places) =>
    places.named().map(({ id, name }) => ({
      id: `page:${places.opens}:${id}`,
      label: shorten(shown(name), LONGEST),
      detail: places.kind,
    })),
  );
}

/** The command of an item's id, without its `page:`. */
export function commandOfPlace(id: string): CommandId {
  return id.slice(0, id.indexOf(':')) as CommandId;
}
