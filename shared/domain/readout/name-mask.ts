// Replaces participants' names and speaker labels by pseudonyms, in any text of the study.
import type { VaultReader } from '#shared/model/vault-state';

import { type FoundName, NamePhrases, SOMEBODY } from './name-phrases.ts';
import { foldName } from './name-words.ts';

export interface NameMask {
  /** The text with every known name replaced. Text without names comes back as it was. */
  mask(text: string): string;
  /** Names that a text still holds, each once, as they stand in it. */
  find(text: string): string[];
  /** Where known names stand in a text, in UTF-16 units, and what `mask` puts there. */
  places(text: string): { start: number; end: number; replacement: string }[];
}

/** Makes the mask for all participants, and for all speakers who are participants, of a study. */
export function createNameMask(reader: VaultReader): NameMask {
  const phrases = new NamePhrases(codesAmongPseudonyms(reader));
  for (const participant of reader.all('participants').values()) phrases.add(participant.name, participant.pseudonym);
  for (const source of reader.all('sources').values()) {
    for (const speaker of source.speakers) {
      if (speaker.role !== 'participant') continue;
      const participant = speaker.participantId === null ? undefined : reader.get('participants', speaker.participantId);
      phrases.add(speaker.label, participant?.pseudonym ?? SOMEBODY);
    }
  }
  const known = new Map<string, string>();
  return {
    mask(text) {
      if (text === '') return text;
      let masked = known.get(text);
      if (masked === undefined) known.set(text, (masked = replaceFound(text, phrases.findIn(text))));
      return masked;
    },
    find: (text) => [...new Set(phrases.findIn(text).map(({ start, end }) => text.slice(start, end)))],
    places: (text) => phrases.findIn(text).map(({ start, end, pseudonym }) => ({ start, end, replacement: pseudonym })),
  };
}

/** Pseudonyms with a number in them: a transcript may call people by the same codes. */
function codesAmongPseudonyms(reader: VaultReader): Set<string> {
  const pseudonyms = [...reader.all('participants').values()].map(({ pseudonym }) => foldName(pseudonym.trim()));
  return new Set(pseudonyms.filter((pseudonym) => /\p{N}/u.test(pseudonym)));
}

function replaceFound(text: string, found: readonly FoundName[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end, pseudonym } of found) {
    masked += text.slice(at, start) + pseudonym;
    at = end;
  }
  return masked + text.slice(at);
}
