// The hand-off pack for marketing and sales: stories, pains, customers' words, objections.
import { handoffPack } from '#shared/domain/handover/handoff-pack';
import { handoffMarkdown } from '#shared/domain/handover/handover-markdown';
import { people } from '#shared/domain/readout/sentences';
import { useRecord } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';

import { AlwaysPseudonyms, useEvidence } from '../evidence/index.ts';
import type { TabView } from '../room.ts';
import { HandoverPage } from './HandoverPage.tsx';

/** It is made to be handed over: people appear under pseudonyms, whatever the screen shows elsewhere. */
export const HandoffTab: TabView<'handoff'> = (props) => (
  <AlwaysPseudonyms value>
    <HandoffPage {...props} />
  </AlwaysPseudonyms>
);

const HandoffPage: TabView<'handoff'> = ({ active }) => {
  const scope = useEvidence();
  // What was chosen for the customer is read through the scope: drawn again when it changes.
  useRecord('customer', 'customer');
  const pack = handoffPack(scope);
  useShowStatus(active, [`${people(pack.heard)} heard`]);
  return <HandoverPage title="Hand-off pack for marketing and sales" compose={(cite) => handoffMarkdown(scope, pack, cite)} />;
};
