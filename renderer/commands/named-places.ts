// What stands on a page together with its like and has a name of its own: found by name, it opens that page.
import type { CommandId } from '#shared/commands/catalog';
import type { RecordOf } from '#shared/model/records/index';
import { shorten } from '#shared/lib/text';
import type { QuickPickItem } from '#renderer/stores/quick-pick-store';
import { shownText } from '#renderer/stores/shown-names';
import { projection } from '#renderer/stores/vault-store';

const COLLECTIONS = ['commitments', 'questions', 'rhythmItems', 'signals', 'gates'] as const;
type Collection = (typeof COLLECTIONS)[number];

interface NamedPlace<C extends Collection> {
  nameOf(record: RecordOf<C>): string;
  /** As the list calls it. */
  kind: string;
  /** Opens the page it stands on. */
  opens: CommandId;
}

const PLACES: { readonly [C in Collection]: NamedPlace<C> } = {
  commitments: { nameOf: ({ statement }) => statement, kind: 'Commitment', opens: 'commitment.show' },
  questions: { nameOf: ({ text }) => text, kind: 'Question of the guide', opens: 'guide.open' },
  rhythmItems: { nameOf: ({ title }) => title, kind: 'Habit', opens: 'rhythm.board' },
  signals: { nameOf: ({ name }) => name, kind: 'Signal', opens: 'signals.open' },
  gates: { nameOf: ({ name }) => name, kind: 'Phase gate', opens: 'gates.open' },
};

/** Characters of a sentence that fit into one line of the list. */
const LONGEST = 120;

/** Each as an item whose id is `page:<command>:<record>`, in the order of their pages. */
export function namedPlaceItems(): QuickPickItem[] {
  const shown = shownText();
  return COLLECTIONS.flatMap((collection) => itemsOf(collection, shown));
}

function itemsOf<C extends Collection>(collection: C, shown: (text: string) => string): QuickPickItem[] {
  const { nameOf, kind, opens } = PLACES[collection];
  return [...projection.state.all(collection).values()].map((record) => ({
    id: `page:${opens}:${record.id}`,
    label: shorten(shown(nameOf(record)), LONGEST),
    detail: kind,
  }));
}

/** The command of an item's id, without its `page:`. */
export function commandOfPlace(id: string): CommandId {
  return id.slice(0, id.indexOf(':')) as CommandId;
}
