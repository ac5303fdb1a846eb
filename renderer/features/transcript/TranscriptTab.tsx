// The tab of a transcript: waiting for its text, saying why there is none, or showing it.
import { useLayoutEffect } from 'react';

import { useRecord } from '#renderer/stores/record-hooks';

import type { TabView } from '../room.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { adoptHighlightSheet } from './highlight-sheet.ts';
import { TranscriptView } from './TranscriptView.tsx';
import { useTranscript } from './use-transcript.ts';
import styles from './transcript.module.css';

export const TranscriptTab: TabView<'transcript'> = ({ content, active }) => {
  const source = useRecord('sources', content.id);
  const loaded = useTranscript(source);
  useLayoutEffect(adoptHighlightSheet, []);
  if (!source) return <EmptyState centred>This interview is no longer in the study.</EmptyState>;
  if (loaded.state === 'loading') return <p className={styles.loading}>Opening the transcript…</p>;
  if (loaded.state === 'failed') {
    return (
      <div role="alert">
        <EmptyState centred title="This transcript cannot be shown" actions={<Button onClick={loaded.retry}>Try again</Button>}>
          {loaded.message}
        </EmptyState>
      </div>
    );
  }
  return <TranscriptView key={source.transcript.sha256} source={source} text={loaded.text} active={active} />;
};
