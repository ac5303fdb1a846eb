// Commands of the queries, and of tables for spreadsheets and note-taking apps.
import { commands, vaultOpen } from '../command.ts';

export const QUERIES = commands([
  { id: 'queries.open', title: 'Show queries and tables of tags', group: 'Study', when: vaultOpen },
  { id: 'queries.exportWorkbook', title: 'Export all tables as a workbook (Excel)', group: 'Study', when: vaultOpen },
  { id: 'queries.exportQuotes', title: 'Export the quotes as a table (CSV)', group: 'Study', when: vaultOpen },
  { id: 'queries.exportCodebook', title: 'Export the codebook as a table (CSV)', group: 'Study', when: vaultOpen },
  { id: 'queries.exportParticipants', title: 'Export the participants as a table (CSV)', group: 'Study', when: vaultOpen },
  { id: 'queries.exportNotes', title: 'Export the snippets as Markdown notes with tags', group: 'Study', when: vaultOpen },
]);
