// Commands of the self-assessment.
import { commands, vaultOpen } from '../command.ts';

export const SELF_ASSESSMENT = commands([
  {
    id: 'selfAssessment.open',
    title: 'Show the self-assessment: how customer-focused we are, over time',
    group: 'Study',
    when: vaultOpen,
  },
  { id: 'selfAssessment.add', title: 'Assess ourselves: ten statements, obstacles…', group: 'Study', when: vaultOpen },
]);
