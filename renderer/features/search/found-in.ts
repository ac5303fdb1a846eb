// Where the record of each kind of result lies.
import type { CollectionName } from '#shared/model/records/index';
import type { SearchKind } from '#shared/model/search-kinds';

/** A turn is of its source. */
export const FOUND_IN = {
  tag: 'tags',
  theme: 'themes',
  participant: 'participants',
  source: 'sources',
  assumption: 'assumptions',
  memo: 'memos',
  snippet: 'snippets',
  turn: 'sources',
  question: 'questions',
  decision: 'study',
  department: 'departments',
  commitment: 'commitments',
  owner: 'owners',
  acknowledgement: 'acknowledgements',
  conversation: 'conversations',
  habit: 'rhythmItems',
  signal: 'signals',
  gate: 'gates',
  'self-assessment': 'assessments',
} as const satisfies { readonly [K in SearchKind]: CollectionName };
