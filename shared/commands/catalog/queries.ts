// Commands of the queries, and of tables for spreadsheets and note-taking apps.
import { commands, onSurface, vaultOpen } from '../command.ts';

const here = onSurface('queries');

export const QUERIES = commands([
  { id: 'queries.open', title: 'Show queries and tables of tags', group: 'Study', when: vaultOpen },
  { id: 'query.rename', title: 'Rename the saved query', group: 'Study', keys: ['F2'], when: here },
  {
    id: 'query.remove',
    title: 'Remove the saved query (undoable)',
    group: 'Study',
    keys: ['Delete'],
    macKeys: ['Delete', 'Mod+Backspace'],
    when: here,
  },
  { id: 'queries.exportWorkbook', title: 'Export all tables as a workbook (Excel)', group: 'Study', when: vaultOpen },
  { id: 'queries.exportQuotes', title: 'Export the quotes as a table (CSV)', group: 'Study', when: vaultOpen },
  { id: 'queries.exportCodebook', title: 'Export the codebook as a table (CSV)', group: 'Study', when: vaultOpen },
  { id: 'queries.exportParticipants', title: 'Export the participants as a table (CSV)', group: 'Study', when: vaultOpen },
  { id: 'queries.exportNotes', title: 'Export the snippets as Markdown notes with tags', group: 'Study', when: vaultOpen },
]);
