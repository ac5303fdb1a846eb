// Commands of phase gates.
import { commands, vaultOpen } from '../command.ts';

export const GATES = commands([
  { id: 'gates.open', title: 'Show phase gates', group: 'Study', when: vaultOpen },
  { id: 'gates.add', title: 'Add a phase gate…', group: 'Study', when: vaultOpen },
]);
