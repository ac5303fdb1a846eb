// Commands of the codebook.
import { commands, onSurface, vaultOpen } from '../command.ts';

const here = onSurface('codebook');

export const CODEBOOK = commands([
  { id: 'tag.new', title: 'New tag…', group: 'Codebook', keys: ['Mod+K Mod+N'], whileTyping: true, when: vaultOpen },
  { id: 'tag.rename', title: 'Rename tag', group: 'Codebook', keys: ['F2'], when: here },
  { id: 'tag.moveTo', title: 'Move tag to…', group: 'Codebook', keys: ['M'], when: here },
  { id: 'tag.moveUp', title: 'Move tag up', group: 'Codebook', keys: ['Alt+ArrowUp'], when: here, keyOnly: true },
  { id: 'tag.moveDown', title: 'Move tag down', group: 'Codebook', keys: ['Alt+ArrowDown'], when: here, keyOnly: true },
  { id: 'tag.merge', title: 'Merge tags…', group: 'Codebook', keys: ['Shift+M'], when: here },
  { id: 'tag.pin', title: 'Pin tag to a key 1–9…', group: 'Codebook', keys: ['P'], when: here },
  { id: 'tag.delete', title: 'Delete tag', group: 'Codebook', keys: ['Delete'], when: here },
]);
