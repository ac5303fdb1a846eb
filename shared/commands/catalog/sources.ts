// Commands of the interviews list, its memos, and the participants.
import { commands, onSurface, vaultOpen } from '../command.ts';

const here = onSurface('sources');

export const SOURCES = commands([
  { id: 'source.keepOpen', title: 'Open and keep the tab', group: 'Interviews', keys: ['Mod+Enter'], when: here },
  { id: 'source.rename', title: 'Rename', group: 'Interviews', keys: ['F2'], when: here },
  {
    id: 'source.remove',
    title: 'Remove (undoable)',
    group: 'Interviews',
    keys: ['Delete'],
    macKeys: ['Delete', 'Mod+Backspace'],
    when: here,
  },
  { id: 'source.replaceNames', title: 'Replace names by pseudonyms…', group: 'Interviews', when: vaultOpen },
  { id: 'source.write', title: 'Write down a story, complaint or observation…', group: 'Interviews', when: vaultOpen },
  { id: 'source.importStories', title: 'Import stories, tickets or answers from a table…', group: 'Interviews', when: vaultOpen },
  { id: 'source.filter', title: 'Filter the interviews', group: 'Interviews', keys: ['/'], when: here },
  { id: 'participants.open', title: 'Show participants', group: 'Go', when: vaultOpen },
  { id: 'participant.add', title: 'Add participant', group: 'Interviews', when: vaultOpen },
  { id: 'participant.consent', title: 'Record consent of a participant…', group: 'Interviews', when: vaultOpen },
  { id: 'segment.add', title: 'Add segment…', group: 'Interviews', when: vaultOpen },
]);
