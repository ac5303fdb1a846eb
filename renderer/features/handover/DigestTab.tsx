// The digest of a month: what was learned, by whom, with quotes.
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';

import { monthlyDigest } from '#shared/domain/handover/digest';
import { digestMarkdown } from '#shared/domain/handover/handover-markdown';
import { monthOf as monthInWords, people } from '#shared/domain/readout/sentences';
import { addMonths, monthOf } from '#shared/domain/rhythm/days';
import { conversationLog } from '#shared/domain/rhythm/conversation-log';
import { useRecords } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { Button } from '../../ui/Button.tsx';
import { AlwaysPseudonyms, today, useEvidence } from '../evidence/index.ts';
import type { TabView } from '../room.ts';
import { HandoverPage } from './HandoverPage.tsx';

/** It is made to be sent round: people appear under pseudonyms, whatever the screen shows elsewhere. */
export const DigestTab: TabView<'digest'> = (props) => (
  <AlwaysPseudonyms value>
    <DigestPage {...props} />
  </AlwaysPseudonyms>
);

/** The month of the last conversation, else of today: a digest is written when the month is over. */
function latestMonth(): string {
  const day = today();
  return monthOf(conversationLog(projection.state, day)[0]?.heldOn ?? day);
}

const DigestPage: TabView<'digest'> = ({ active }) => {
  const scope = useEvidence();
  // The log is read through the scope: drawn again when it changes.
  useRecords('conversations');
  const [month, setMonth] = useState(latestMonth);
  const digest = monthlyDigest(scope, month);
  useShowStatus(active, [`${monthInWords(`${month}-01`)}: ${people(digest.people)} heard`]);
  const go = (count: number): void => {
    const next = monthOf(addMonths(`${month}-01`, count));
    setMonth(next);
    announce(monthInWords(`${next}-01`));
  };
  return (
    <HandoverPage
      title="Digest of the month"
      compose={(cite) => digestMarkdown(scope, digest, cite)}
      tools={
        <>
          <Button icon={<ChevronLeft size={14} aria-hidden="true" />} onClick={() => go(-1)}>
            Month before
          </Button>
          <Button icon={<ChevronRight size={14} aria-hidden="true" />} onClick={() => go(1)}>
            Month after
          </Button>
        </>
      }
    />
  );
};
