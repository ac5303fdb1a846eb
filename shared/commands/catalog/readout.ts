// Commands of the readout.
import { commands, onSurface, vaultOpen } from '../command.ts';

export const READOUT = commands([
  { id: 'readout.exportMarkdown', title: 'Export readout as Markdown…', group: 'Readout', when: vaultOpen },
  { id: 'readout.exportHtml', title: 'Export readout as web page…', group: 'Readout', when: vaultOpen },
  { id: 'readout.print', title: 'Print the readout…', group: 'Readout', when: vaultOpen },
  { id: 'readout.check', title: 'Run the readout checks', group: 'Readout', keys: ['F8'], when: onSurface('readout') },
]);
