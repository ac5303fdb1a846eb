// Commands of second coders: packs out and back in, how far two agree, and under which name one codes.
import { commands, vaultOpen } from '../command.ts';

export const CODERS = commands([
  { id: 'coders.compare', title: 'Compare two coders…', group: 'Study', when: vaultOpen },
  { id: 'coders.pack', title: 'Make a coding pack…', group: 'Study', when: vaultOpen },
  { id: 'coders.merge', title: 'Merge a study or pack…', group: 'Study', when: vaultOpen },
  { id: 'coders.name', title: 'Change the name you code under…', group: 'Study' },
]);
