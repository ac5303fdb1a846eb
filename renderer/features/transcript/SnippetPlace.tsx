// Where a snippet stands and who marked it: person, turn, time, source, and the way there.
import { citationOf } from '#shared/domain/readout/person-names';
import type { Snippet } from '#shared/model/records/snippet';
import { useRecord } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';
import { turnStart, useTurnTimes } from '#renderer/stores/turn-times';

import { openSnippet, useEvidence } from '../evidence/index.ts';
import { clockTime } from '../sources/index.ts';
import { useCorrecting } from './correct/correcting-store.ts';
import { markedInWords } from './marked-in-words.ts';
import styles from './inspector.module.css';

/** In the transcript, where the places that may be meant can be seen. */
function decide({ id, sourceId }: Snippet): void {
  openSnippet(id);
  useCorrecting.setState({ reviewOf: sourceId });
}

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
        {snippet.review ? null : (
          <span className={styles.record}>
            {' '}
            turn {snippet.range.startTurn + 1}
            {start === null ? '' : ` · ${clockTime(start)}`}
          </span>
        )}
      </p>
      {snippet.review ? (
        <p>
          {snippet.review.withoutPlace ? 'Kept without a place in the text. ' : 'It lost its place when the text was corrected. '}
          <button type="button" className={styles.link} onClick={() => decide(snippet)}>
            {snippet.review.withoutPlace ? 'Give it one…' : 'Decide…'}
          </button>
        </p>
      ) : null}
      <p className={styles.quiet}>Marked {markedInWords(snippet)}</p>
    </div>
  );
}
