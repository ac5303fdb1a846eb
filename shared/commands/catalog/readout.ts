// Commands of the readout.
import { commands, onSurface, vaultOpen } from '../command.ts';

const here = onSurface('readout');

export const READOUT = commands([
  { id: 'readout.exportMarkdown', title: 'Export readout as Markdown…', group: 'Readout', when: vaultOpen },
  { id: 'readout.exportHtml', title: 'Export readout as web page…', group: 'Readout', when: vaultOpen },
  { id: 'readout.exportWord', title: 'Export readout as Word document…', group: 'Readout', when: vaultOpen },
  { id: 'readout.exportNames', title: 'Export readout with real names…', group: 'Readout', when: vaultOpen },
  { id: 'readout.print', title: 'Print the readout…', group: 'Readout', when: vaultOpen },
  { id: 'readout.check', title: 'Run the readout checks', group: 'Readout', keys: ['F8'], when: vaultOpen },
  { id: 'readout.write', title: 'Write answer, headlines and method', group: 'Readout', keys: ['E'], when: here },
  { id: 'readout.replaceQuote', title: 'Swap a quote…', group: 'Readout', keys: ['Q'], when: here },
  { id: 'readout.openSource', title: 'Open the quote in the transcript', group: 'Readout', keys: ['U'], when: here },
]);
