// Commands of the interview guide and of the recruitment list.
import { commands, vaultOpen } from '../command.ts';

export const GUIDE = commands([
  { id: 'guide.open', title: 'Show the interview guide', group: 'Plan', when: vaultOpen },
  { id: 'guide.addQuestion', title: 'Add a question to the interview guide…', group: 'Plan', when: vaultOpen },
  { id: 'guide.coverage', title: 'Show which question was asked in which interview (coverage)', group: 'Plan', when: vaultOpen },
  { id: 'guide.confirm', title: 'Confirm what the transcripts show as asked', group: 'Plan', when: vaultOpen },
  { id: 'recruits.open', title: 'Show the recruitment list and invitations', group: 'Plan', when: vaultOpen },
  { id: 'recruits.add', title: 'Add somebody to the recruitment list…', group: 'Plan', when: vaultOpen },
]);
