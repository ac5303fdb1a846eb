// Commands of the interviews list and of importing.
import type { IdsOf } from '#shared/commands/catalog';
import type { SOURCES } from '#shared/commands/catalog/sources';
import { focusedList } from '#renderer/stores/focused-list';

import { openNames } from './names/names-store.ts';
import { openStories } from './stories/stories-store.ts';
import { openImport, openPaste } from './import/import-store.ts';

type SourceCommand = Extract<IdsOf<typeof SOURCES>, `source.${string}`>;

export const sourcesHandlers: Record<SourceCommand | 'interview.import' | 'interview.paste', () => void> = {
  'interview.import': () => openImport(),
  'interview.paste': openPaste,
  'source.replaceNames': () => void openNames(),
  'source.write': () => openStories('writing'),
  'source.importStories': () => openStories('table'),
  'source.keepOpen': () => focusedList('sources')?.open(),
  'source.rename': () => focusedList('sources')?.rename(),
  'source.remove': () => focusedList('sources')?.remove(),
  'source.filter': () => focusedList('sources')?.filter(),
};
