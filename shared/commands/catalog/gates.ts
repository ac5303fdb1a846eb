// Commands of gates, digest and hand-off pack.
import { commands, vaultOpen } from '../command.ts';

export const GATES = commands([
  { id: 'gates.open', title: 'Show phase gates', group: 'Study', when: vaultOpen },
  { id: 'gates.add', title: 'Add a phase gate…', group: 'Study', when: vaultOpen },
  { id: 'brief.open', title: 'Show the briefs “before you ask”: what to acknowledge in each department', group: 'Plan', when: vaultOpen },
  { id: 'beforeAfter.open', title: 'Show before and after: what we believed, forecast and heard', group: 'Plan', when: vaultOpen },
  { id: 'digest.open', title: 'Show the digest of the month: what was learned, by whom', group: 'Study', when: vaultOpen },
  { id: 'handoff.open', title: 'Show the hand-off pack for marketing and sales', group: 'Study', when: vaultOpen },
]);
