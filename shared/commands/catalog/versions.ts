// Commands of codebook versions.
import { commands, onSurface, vaultOpen } from '../command.ts';

const here = onSurface('versions');

export const VERSIONS = commands([
  { id: 'version.save', title: 'Save codebook version…', group: 'Codebook', when: vaultOpen },
  { id: 'version.list', title: 'Show and compare codebook versions', group: 'Codebook', when: vaultOpen },
  { id: 'version.change', title: 'Change name, day or note of the version…', group: 'Codebook', keys: ['F2'], when: here },
  { id: 'version.export', title: 'Export the version as a table (CSV)', group: 'Codebook', keys: ['E'], when: here },
  {
    id: 'version.remove',
    title: 'Remove the version (undoable)',
    group: 'Codebook',
    keys: ['Delete'],
    macKeys: ['Delete', 'Mod+Backspace'],
    when: here,
  },
]);
