// What became of a codebook, in words.
import { countNoun, shorten } from '#shared/lib/text';

import { type CodebookDifference, DIFFERENCE_KINDS, type DifferenceKind } from './compare-codebooks.ts';

const FIELDS = { definition: 'definition', whenToUse: 'when to use', whenNotToUse: 'when not to use' } as const;

/** Headings of the kinds. */
export const KIND_TITLES: Readonly<Record<DifferenceKind, string>> = {
  added: 'New',
  removed: 'Gone',
  merged: 'Merged',
  renamed: 'Renamed',
  moved: 'Moved',
  reworded: 'Another meaning',
  'other-names': 'Other names',
  recoloured: 'Another colour',
};

const LONGEST = 300;

/** One finished sentence. */
export function differenceInWords(difference: CodebookDifference): string {
  const { kind, path, before, after, snippets = 0, field = 'definition' } = difference;
  const name = `“${path.join(' › ')}”`;
  const on = countNoun(snippets, 'snippet', 'snippets');
  const place = (above: string): string => (above === '' ? 'the top level' : `“${above}”`);
  const text = (words: string, none = 'empty'): string => (words === '' ? none : `“${shorten(words, LONGEST)}”`);
  const sentences: Readonly<Record<DifferenceKind, () => string>> = {
    added: () => `${name} is new${snippets === 0 ? ', on no snippet yet' : `, on ${on}`}.`,
    removed: () => `${name} is gone; ${snippets === 0 ? 'no snippet had it' : `${on} had it`}.`,
    merged: () => `${name} was merged into “${after}”; ${snippets === 0 ? 'no snippet had it' : `${on} had it`}.`,
    renamed: () => `“${before}” is called ${name} now.`,
    moved: () => `${name} moved from ${place(before)} to ${place(after)}.`,
    reworded: () => `${name}: ${FIELDS[field]} was ${text(before)} and is ${text(after)}.`,
    'other-names': () => `${name}: other names were ${text(before, 'none')} and are ${text(after, 'none')}.`,
    recoloured: () => `${name} has another colour.`,
  };
  return sentences[kind]();
}

/** `2 new, 1 gone, 1 renamed`; no difference is said as such. */
export function differencesInShort(differences: readonly CodebookDifference[]): string {
  const words: Readonly<Record<DifferenceKind, string>> = {
    added: 'new',
    removed: 'gone',
    merged: 'merged',
    renamed: 'renamed',
    moved: 'moved',
    reworded: 'with another meaning',
    'other-names': 'with other names',
    recoloured: 'with another colour',
  };
  const counts = DIFFERENCE_KINDS.flatMap((kind) => {
    const tags = new Set(differences.filter((each) => each.kind === kind).map(({ tagId }) => tagId)).size;
    return tags === 0 ? [] : [`${tags} ${words[kind]}`];
  });
  return counts.length === 0 ? 'Nothing differs.' : `${counts.join(', ')}.`;
}
