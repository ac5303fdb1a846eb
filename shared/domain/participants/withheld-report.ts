// Says what was kept back of what leaves the study: of how many people, why, and where their words may still stand.
import { countNoun } from '#shared/lib/text';
import type { WithheldReport } from '#shared/model/withheld-report';
import type { VaultReader } from '#shared/model/vault-state';

import { createNameFinder, findMentions } from './mentions.ts';
import type { WithheldWords } from './withheld-words.ts';

/** In place of a quote in tables and notes. */
export const WITHHELD_QUOTE = '[Withheld: the speaker has not agreed to this use]';

/** People without a quote keep nothing back and are not counted. @param holdsQuotes false for a file that holds no quotes anyway. */
export function withheldReport(reader: VaultReader, withheld: WithheldWords, holdsQuotes = true): WithheldReport {
  const repeats = repeatedWords(reader, quotesOf(reader, withheld), withheld.snippetIds);
  const people = withheld.people.filter((person) => person.quotes > 0);
  const quotes = withheld.snippetIds.size;
  if (!holdsQuotes || quotes === 0) return { people: 0, quotes: 0, sentences: repeats };
  const first = `The words of ${countNoun(people.length, 'person', 'people')} are withheld (${countNoun(quotes, 'quote', 'quotes')}), because their consent does not reach so far.`;
  return { people: people.length, quotes, sentences: [first, ...people.map(({ why }) => why), ...repeats] };
}

/** The words of all withheld snippets. */
export function quotesOf(reader: VaultReader, { snippetIds }: Pick<WithheldWords, 'snippetIds'>): string[] {
  return [...snippetIds].flatMap((id) => reader.get('snippets', id)?.quote ?? []);
}

/** Texts of the researcher that repeat these quotes, as one sentence: they are nobody's quote and stay as they are. @param except records that are not looked at. */
export function repeatedWords(reader: VaultReader, quotes: readonly string[], except: ReadonlySet<string> = new Set()): string[] {
  const found = quotes.length === 0 ? [] : findMentions(reader, createNameFinder([]), quotes, (_, id) => except.has(id));
  const records = new Set(found.map(({ collection, id }) => `${collection}/${id}`)).size;
  if (records === 0) return [];
  return [
    `${countNoun(records, 'text of yours repeats', 'texts of yours repeat')} withheld words (tags, memos, insights and the like): look through them before you share anything that holds them.`,
  ];
}
