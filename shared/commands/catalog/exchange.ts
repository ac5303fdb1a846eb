// Commands for moving to and from other tools.
import { commands, vaultOpen } from '../command.ts';

export const EXCHANGE = commands([
  { id: 'exchange.import', title: 'Import from another tool…', group: 'Study', when: vaultOpen },
  { id: 'exchange.importCodebook', title: 'Import a codebook (CSV, REFI-QDA)…', group: 'Codebook', when: vaultOpen },
  { id: 'exchange.exportProject', title: 'Export the study for other tools (REFI-QDA)…', group: 'Study', when: vaultOpen },
  { id: 'exchange.exportCodebook', title: 'Export the codebook for other tools (REFI-QDA)…', group: 'Study', when: vaultOpen },
  { id: 'exchange.choosePurpose', title: 'Choose whom exports, prints and the readout are for…', group: 'Study', when: vaultOpen },
]);
