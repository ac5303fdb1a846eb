// Commands of the codebook.
import { commands, onSurface, vaultOpen } from '../command.ts';

const here = onSurface('codebook');

export const CODEBOOK = commands([
  { id: 'tag.new', title: 'New tag…', group: 'Codebook', keys: ['Mod+K Mod+N'], whileTyping: true, when: vaultOpen },
  { id: 'tag.newInside', title: 'New tag inside this one…', group: 'Codebook', keys: ['N'], when: here },
  { id: 'tag.open', title: 'Open the tag’s page', group: 'Codebook', keys: ['Mod+Enter'], when: here },
  { id: 'tag.rename', title: 'Rename tag', group: 'Codebook', keys: ['F2'], when: here },
  { id: 'tag.recolour', title: 'Choose colour…', group: 'Codebook', keys: ['C'], when: here },
  { id: 'tag.moveTo', title: 'Move tag to…', group: 'Codebook', keys: ['M'], when: here },
  { id: 'tag.moveUp', title: 'Move tag up', group: 'Codebook', keys: ['Alt+ArrowUp'], when: here, keyOnly: true },
  { id: 'tag.moveDown', title: 'Move tag down', group: 'Codebook', keys: ['Alt+ArrowDown'], when: here, keyOnly: true },
  { id: 'tag.merge', title: 'Merge tags…', group: 'Codebook', keys: ['Shift+M'], when: here },
  { id: 'tag.split', title: 'Split tag…', group: 'Codebook', keys: ['S'], when: here },
  { id: 'tag.pin', title: 'Pin tag to a key 1–9…', group: 'Codebook', keys: ['P'], when: here },
  {
    id: 'tag.delete',
    title: 'Delete tag (undoable)',
    group: 'Codebook',
    keys: ['Delete'],
    macKeys: ['Delete', 'Mod+Backspace'],
    when: here,
  },
  { id: 'tag.filter', title: 'Filter the tags', group: 'Codebook', keys: ['/'], when: here },
]);
