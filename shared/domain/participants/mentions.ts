// Finds where a person is named, or quoted, in words that somebody else wrote: known only as suspects, for a person to look at.
import type { CollectionName } from '#shared/model/records/index';
import { COLLECTIONS } from '#shared/model/records/index';
import type { VaultReader } from '#shared/model/vault-state';

import { NamePhrases } from '../readout/name-phrases.ts';
import { freeTextsOf } from './free-texts.ts';

/** Why a text is suspected to be about the person. */
export type MentionKind = 'name' | 'words';

export interface Mention {
  collection: CollectionName;
  id: string;
  field: string;
  kind: MentionKind;
}

/** Shorter quotes stand in other texts by chance (UTF-16 units). */
const SHORTEST_QUOTE = 20;

/** What a person is known by: name, labels in transcripts, pseudonym. */
export interface NameFinder {
  has(text: string): boolean;
  /** The text with every mention replaced. */
  replace(text: string, by: string): string;
}

/** Finds a person's names as whole words, with their genitives, without regard to case and accents. */
export function createNameFinder(names: readonly string[]): NameFinder {
  const phrases = new NamePhrases(new Set());
  for (const name of names) phrases.add(name, '');
  return {
    has: (text) => phrases.findIn(text).length > 0,
    replace(text, by) {
      let replaced = '';
      let at = 0;
      for (const { start, end } of phrases.findIn(text)) {
        replaced += text.slice(at, start) + by;
        at = end;
      }
      return at === 0 ? text : replaced + text.slice(at);
    },
  };
}

/**
 * Texts typed by the researcher that name the person or repeat their words.
 * @param quotes the words of the person's snippets. @param gone true for records that go with the person anyway.
 */
export function findMentions(
  reader: VaultReader,
  names: NameFinder,
  quotes: readonly string[],
  gone: (collection: CollectionName, id: string) => boolean,
): Mention[] {
  const long = [...new Set(quotes.map(flat))].filter((quote) => quote.length >= SHORTEST_QUOTE);
  const found: Mention[] = [];
  for (const collection of COLLECTIONS) {
    for (const [id, record] of reader.all(collection)) {
      if (gone(collection, id)) continue;
      for (const { field, text } of freeTextsOf(collection, record)) {
        if (names.has(text)) found.push({ collection, id, field, kind: 'name' });
        else if (long.some((quote) => flat(text).includes(quote))) found.push({ collection, id, field, kind: 'words' });
      }
    }
  }
  return found;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
