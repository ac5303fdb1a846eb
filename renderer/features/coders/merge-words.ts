// What a merge brings, in words.
import type { MergePreview } from '#shared/rpc/coder-answers';

import { recordNoun } from '../history/index.ts';

const VERBS = { added: 'new', changed: 'changed', removed: 'removed' } as const;

/** One row of what comes in: `12 new tags on snippets`. */
export function comingInWords({ collection, what, count }: MergePreview['comes'][number]): string {
  return `${count.toLocaleString('en')} ${VERBS[what]} ${recordNoun(collection, count)}`;
}

/** All of it in one line. */
export function inWords(comes: MergePreview['comes']): string {
  return comes.map(comingInWords).join(', ');
}
