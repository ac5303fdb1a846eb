// Where a snippet stands and who marked it: person, turn, time, source, and the way there.
import { citationOf } from '#shared/domain/readout/person-names';
import type { Snippet } from '#shared/model/records/snippet';
import { useRecord } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';
import { turnStart, useTurnTimes } from '#renderer/stores/turn-times';

import { openSnippet, useEvidence } from '../evidence/index.ts';
import { clockTime } from '../sources/index.ts';
import { markedInWords } from './marked-in-words.ts';
import styles from './inspector.module.css';

export function SnippetPlace({ snippet }: { snippet: Snippet }) {
  const scope = useEvidence();
  const source = useRecord('sources', snippet.sourceId);
  const shown = useShownText();
  useTurnTimes();
  const start = turnStart(snippet.sourceId, snippet.range.startTurn);
  return (
    <div className={styles.place}>
      <p>{citationOf(scope, snippet)}</p>
      <p>
        <button type="button" className={styles.link} title="Show it in the transcript" onClick={() => openSnippet(snippet.id)}>
          {shown(source?.title ?? '')}
        </button>
        <span className={styles.record}>
          {' '}
          turn {snippet.range.startTurn + 1}
          {start === null ? '' : ` · ${clockTime(start)}`}
        </span>
      </p>
      <p className={styles.quiet}>Marked {markedInWords(snippet)}</p>
    </div>
  );
}
