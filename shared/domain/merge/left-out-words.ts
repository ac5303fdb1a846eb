// Why a record of the other copy does not come in with a merge, said as a finished sentence.
import { shorten } from '#shared/lib/text';
import type { AnyRecord, CollectionName } from '#shared/model/records/index';
import type { Tagging } from '#shared/model/records/tagging';
import type { VaultReader } from '#shared/model/vault-state';

const NAME_LENGTH = 80;

/** What people call the records that others hang on; of the rest only the name is said. */
const NOUNS: { readonly [C in CollectionName]?: string } = {
  segments: 'segment',
  participants: 'participant',
  sources: 'interview',
  snippets: 'snippet',
  tags: 'tag',
  boards: 'board',
  themes: 'theme',
  departments: 'department',
  assumptions: 'assumption',
  memos: 'memo',
};

const nounOf = (collection: CollectionName): string => NOUNS[collection] ?? 'record';

/** `The tag “Price”`; a tag on a snippet by the words it stands on, as far as they are known. */
export function calledInWords(reader: VaultReader, collection: CollectionName, record: AnyRecord | null): string {
  const noun = nounOf(collection);
  if (collection === 'taggings' && record) {
    const { tagId, snippetId } = record as Tagging;
    const [tag, snippet] = [reader.get('tags', tagId), reader.get('snippets', snippetId)];
    return `The tag${tag ? ` “${tag.name}”` : ''} on ${snippet ? `“${shorten(snippet.quote, NAME_LENGTH)}”` : 'a snippet'}`;
  }
  const fields = (record ?? {}) as Partial<Record<'name' | 'title' | 'statement' | 'pseudonym' | 'quote', unknown>>;
  const { name, title, statement, pseudonym, quote } = fields;
  const known = [name, title, statement, pseudonym, quote].find((value) => typeof value === 'string' && value !== '');
  return typeof known === 'string' ? `The ${noun} “${shorten(known, NAME_LENGTH)}”` : `A ${noun}`;
}

/** @param missing the kind of what it names and what is not there. */
export const belongsToNothing = (called: string, missing: CollectionName): string =>
  `${called} was left out: the ${nounOf(missing)} that it belongs to is not here any more.`;

/** It was removed there, and cannot be removed here. */
export const stillUsed = (called: string): string => `${called} was removed there, but is still used here: it stays.`;

/** It is as no record may be, together with what is here. */
export const doesNotHold = (called: string): string => `${called} was left out: together with what is here it does not hold.`;

/** A tag or theme that was moved there into one that stands inside it here. */
export const staysInPlace = (called: string, into: string): string =>
  `${called} was moved there into “${into}”, which stands inside it here: it stays where it is here.`;
