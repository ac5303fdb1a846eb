// Commands of the rhythm: conversations with customers, goals, habits, signals, listening.
import { commands, vaultOpen } from '../command.ts';

export const RHYTHM = commands([
  { id: 'rhythm.log', title: 'Log a conversation with a customer…', group: 'Study', when: vaultOpen },
  { id: 'rhythm.setGoal', title: 'Set a goal for conversations with customers…', group: 'Study', when: vaultOpen },
  {
    id: 'rhythm.conversations',
    title: 'Show conversations: last real one, exposure hours, goals, leader share',
    group: 'Study',
    when: vaultOpen,
  },
  { id: 'rhythm.board', title: 'Show the rhythm board: what is due, done, overdue, snoozed', group: 'Study', when: vaultOpen },
  { id: 'rhythm.addHabit', title: 'Add a habit to the rhythm board…', group: 'Study', when: vaultOpen },
  { id: 'rhythm.calendar', title: 'Export due items and customer time as a calendar (.ics)', group: 'Study', when: vaultOpen },
  { id: 'signals.open', title: 'Show signals (NPS, CSAT, CES, complaints) and their why', group: 'Study', when: vaultOpen },
  { id: 'signals.import', title: 'Import a signal (NPS, CSAT, complaints) from a table…', group: 'Study', when: vaultOpen },
  { id: 'signals.add', title: 'Add a signal…', group: 'Study', when: vaultOpen },
  { id: 'listening.open', title: 'Show the listening ratio of interviewers, open and closed questions', group: 'Study', when: vaultOpen },
]);
