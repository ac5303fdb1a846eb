// What two coders have in common: the interviews that both coded, and where each of them put each tag.
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';
import type { TextRange } from '#shared/model/records/snippet';
import type { VaultReader } from '#shared/model/vault-state';

import type { CodedSource } from './compare-coders.ts';
import { codersOf } from './disagreements.ts';

/**
 * The two whose work is compared. @param names as a person gave them; null for the two who tagged most.
 * @throws AppError('not-found') for somebody who tagged nothing, 'conflict' when there are not two.
 */
export function requireTwoCoders(reader: VaultReader, names: readonly string[] | null): [string, string] {
  const all = codersOf(reader);
  const wanted = names ?? all.slice(0, 2);
  const stranger = wanted.find((name) => !all.includes(name));
  if (stranger !== undefined) throw new AppError('not-found', `“${stranger}” tagged nothing in this study. Coders are ${all.join(', ')}.`);
  const [first, second] = wanted;
  if (first === undefined || second === undefined || first === second || wanted.length > 2)
    throw new AppError(
      'conflict',
      `Agreement takes two coders. In this study ${countNoun(all.length, 'person has', 'people have')} tagged something.`,
    );
  return [first, second];
}

/** Ids of the interviews in which each of the two tagged something; empty when there are none. */
export function codedByBoth(reader: VaultReader, coders: readonly [string, string]): string[] {
  const by = (sourceId: string): Set<string> =>
    new Set(
      reader
        .referring('sources', sourceId, 'snippets')
        .flatMap(({ id }) => reader.referring('snippets', id, 'taggings').map((tagging) => tagging.by)),
    );
  return [...reader.all('sources').keys()].filter((id) => {
    const here = by(id);
    return coders.every((coder) => here.has(coder));
  });
}

/** Where each of the two put each tag in one interview; snippets whose place is not sure are left out. */
export function rangesByTag(reader: VaultReader, sourceId: string, coders: readonly [string, string]): CodedSource['tags'] {
  const tags = new Map<string, [TextRange[], TextRange[]]>();
  for (const { id, range, review } of reader.referring('sources', sourceId, 'snippets')) {
    if (review) continue;
    for (const { tagId, by } of reader.referring('snippets', id, 'taggings')) {
      const place = coders.indexOf(by);
      if (place < 0) continue;
      const ranges = tags.get(tagId) ?? [[], []];
      ranges[place === 0 ? 0 : 1].push(range);
      tags.set(tagId, ranges);
    }
  }
  return tags;
}
