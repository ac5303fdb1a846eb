// Conversations with customers: the last real one, hours, goals, who listened, and the log.
import { MessageSquarePlus, Target } from 'lucide-react';

import { daysAgo } from '#shared/domain/rhythm/rhythm-words';
import { countNoun } from '#shared/lib/text';
import { useShowStatus } from '#renderer/stores/status-items';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TabPage } from '../../ui/TabPage.tsx';
import { today } from '../evidence/index.ts';
import type { TabView } from '../room.ts';
import { ConversationTable } from './ConversationTable.tsx';
import { LastTalked } from './LastTalked.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { openRhythmDialog } from './rhythm-store.ts';
import { useRhythm } from './use-rhythm.ts';
import { WhoListened } from './WhoListened.tsx';
import styles from './rhythm.module.css';

const openLog = (): void => openRhythmDialog({ at: 'conversation', conversationId: null, sourceId: null });

export const ConversationsTab: TabView<'rhythm'> = ({ active }) => {
  const { log, last, people, listening } = useRhythm(today());
  useShowStatus(active, [`Last real conversation: ${daysAgo(last.all.days)}`]);
  return (
    <TabPage
      title="Conversations with customers"
      gap={28}
      tools={
        <>
          <Button icon={<Target size={14} aria-hidden="true" />} onClick={() => openRhythmDialog({ at: 'goal', goalId: null })}>
            Set a goal…
          </Button>
          <Button look="primary" icon={<MessageSquarePlus size={14} aria-hidden="true" />} onClick={openLog}>
            Log a conversation…
          </Button>
        </>
      }
    >
      <LastTalked last={last} />
      {people.length > 0 ? (
        <section aria-labelledby="rhythm-people">
          <h2 className={styles.heading} id="rhythm-people">
            Everybody of us
          </h2>
          <PeopleTable people={people} />
          <p className={styles.quiet}>
            The floor is two hours in six weeks for everybody who decides (Jared Spool, 2011). Surveys and sales calls do not count.
          </p>
        </section>
      ) : null}
      <WhoListened listening={listening} />
      <section aria-labelledby="rhythm-log">
        <h2 className={styles.heading} id="rhythm-log">
          Log <span className={styles.count}>{countNoun(log.length, 'conversation', 'conversations')}</span>
        </h2>
        {log.length === 0 ? (
          <EmptyState actions={<Button onClick={openLog}>Log a conversation…</Button>}>
            Nothing yet. Interviews with a day appear here by themselves; visits, hours on the support line and advisory boards are logged
            by hand.
          </EmptyState>
        ) : (
          <ConversationTable log={log} />
        )}
      </section>
    </TabPage>
  );
};
