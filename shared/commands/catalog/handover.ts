// Commands of the documents that are handed over: briefs, before and after, digest, hand-off pack.
import { commands, vaultOpen } from '../command.ts';

export const HANDOVER = commands([
  { id: 'brief.open', title: 'Show the briefs “before you ask”: what to acknowledge in each department', group: 'Plan', when: vaultOpen },
  { id: 'beforeAfter.open', title: 'Show before and after: what we believed, forecast and heard', group: 'Plan', when: vaultOpen },
  { id: 'digest.open', title: 'Show the digest of the month: what was learned, by whom', group: 'Study', when: vaultOpen },
  { id: 'handoff.open', title: 'Show the hand-off pack for marketing and sales', group: 'Study', when: vaultOpen },
]);
