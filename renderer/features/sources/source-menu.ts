// The context menu of an interview.
import type { ContextMenuItem } from '../../ui/ContextMenu.tsx';
import { openReplace } from './replace/replace-store.ts';
import { startRename } from './renaming.ts';
import { keepSourceOpen, snippetsIn } from './source-actions.ts';
import { removalInWords } from './source-words.ts';

export function sourceMenu(id: string, remove: () => void): ContextMenuItem[] {
  return [
    { id: 'open', label: 'Open and keep', keys: 'Mod+Enter', run: () => keepSourceOpen(id, { focusIt: true }) },
    { id: 'aside', label: 'Open to the side', run: () => keepSourceOpen(id, { aside: true, focusIt: true }) },
    { id: 'rename', label: 'Rename', keys: 'F2', run: () => startRename(id) },
    {
      id: 'replace',
      label: 'Replace with a better version…',
      detail: 'Snippets follow their words',
      run: () => openReplace(id),
    },
    { id: 'remove', label: 'Remove', keys: 'Delete', detail: removalInWords(snippetsIn([id]), 1), run: remove },
  ];
}
