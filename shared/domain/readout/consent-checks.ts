// Checks of consent before a readout is shared: what is withheld, what ends soon, what nobody recorded, and withheld words in texts.
import { daysBetween, decideConsent, ENDS_SOON_DAYS } from '#shared/domain/participants/decide-consent';
import { peopleHeard } from '#shared/domain/evidence/participants-of';
import { countNoun } from '#shared/lib/text';
import type { Participant } from '#shared/model/records/participant';
import type { VaultReader } from '#shared/model/vault-state';

import type { ReadoutCheck } from './readout-check.ts';
import type { ReadoutContent } from './readout-content.ts';
import { dayInWords, listed } from './sentences.ts';
import { writtenTexts } from './written-texts.ts';

/** Shorter quotes stand in other texts by chance (UTF-16 units). */
const SHORTEST_QUOTE = 20;
/** People without a record who are named; more are counted. */
const NAMED = 5;

/** All checks of consent; `content` must have been built from the same records. */
export function consentChecks(reader: VaultReader, content: ReadoutContent): ReadoutCheck[] {
  const heard = peopleHeard(reader).flatMap((key) => reader.get('participants', key) ?? []);
  return [...repeatedWords(reader, content), ...endingSoon(heard, content), ...heldBack(content), ...notRecorded(heard, content)];
}

const ofPerson = (id: string | null): ReadoutCheck['where'] => ({
  place: 'the sample',
  anchor: 'method',
  record: id === null ? null : { collection: 'participants', id },
});

/** Texts of the researcher that repeat words which are withheld: those would leave after all. */
function repeatedWords(reader: VaultReader, { withheld }: ReadoutContent): ReadoutCheck[] {
  const quotes = withheld.snippetIds
    .map((id) => flat(reader.get('snippets', id)?.quote ?? ''))
    .filter((quote) => quote.length >= SHORTEST_QUOTE);
  if (quotes.length === 0) return [];
  return writtenTexts(reader)
    .filter(({ text }) => quotes.some((quote) => flat(text).includes(quote)))
    .map(({ place, collection, id }) => ({
      severity: 'missing',
      sentence: `Words that are withheld, because their speaker has not agreed to this use, stand in ${place}. Say it in your own words before sharing.`,
      where: { place, anchor: null, record: { collection, id } },
    }));
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

function endingSoon(heard: readonly Participant[], { purpose, today }: ReadoutContent): ReadoutCheck[] {
  return heard.flatMap((person): ReadoutCheck[] => {
    const end = person.consent?.expiresOn;
    if (end == null || !decideConsent(person, purpose, today).allowed) return [];
    const days = daysBetween(today, end);
    if (days > ENDS_SOON_DAYS) return [];
    const when = days === 0 ? 'today' : `on ${dayInWords(end)}, in ${countNoun(days, 'day', 'days')}`;
    const sentence = `The consent of ${person.pseudonym} ends ${when}. After that their words are withheld: share before, or ask again.`;
    return [{ severity: 'warning', sentence, where: ofPerson(person.id) }];
  });
}

function heldBack({ withheld }: ReadoutContent): ReadoutCheck[] {
  return withheld.people
    .filter(({ quotes }) => quotes > 0)
    .map(({ participantId, why, quotes }) => ({
      severity: 'note',
      sentence: `${why} ${countNoun(quotes, 'quote is', 'quotes are')} withheld; the person is counted.`,
      where: ofPerson(participantId),
    }));
}

function notRecorded(heard: readonly Participant[], { purpose, today }: ReadoutContent): ReadoutCheck[] {
  const without = heard.filter((person) => !decideConsent(person, purpose, today).recorded);
  const [first] = without;
  if (!first) return [];
  const names = without.map(({ pseudonym }) => pseudonym);
  const who = names.length > NAMED ? `${names.length} people` : listed(names);
  const sentence = `Nothing is recorded of what ${who} agreed to. Their words are shown; record consent on the Participants page.`;
  return [{ severity: 'note', sentence, where: ofPerson(names.length === 1 ? first.id : null) }];
}
