// Commands of rival assumptions.
import { commands, vaultOpen } from '../command.ts';

export const RIVALS = commands([
  { id: 'rivals.open', title: 'Show rival assumptions (analysis of competing hypotheses)', group: 'Matrix', when: vaultOpen },
  { id: 'rivals.add', title: 'Set assumptions against each other…', group: 'Matrix', when: vaultOpen },
]);
