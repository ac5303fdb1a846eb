// Commands of assisted coding.
import { commands, vaultOpen } from '../command.ts';

export const ASSISTED = commands([
  {
    id: 'assisted.findPassages',
    title: 'Find passages to tag…',
    group: 'Codebook',
    keys: ['Mod+K Mod+F'],
    whileTyping: true,
    when: vaultOpen,
  },
]);
