// Says that snippets of this transcript lost their place, and leads to them; while one is being put by hand, what to do.
import type { Snippet } from '#shared/model/records/snippet';
import { countNoun, shorten } from '#shared/lib/text';
import { useRecord, useReferring } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';

import { Button } from '../../../ui/Button.tsx';
import { useTranscriptStore } from '../transcript-store.ts';
import styles from '../transcript.module.css';
import { placeSnippet } from './correct-actions.ts';
import { useCorrecting } from './correcting-store.ts';

export function ReviewBar({ sourceId }: { sourceId: string }) {
  const snippets = useReferring('sources', sourceId, 'snippets');
  const placing = useCorrecting((state) => (state.placing?.sourceId === sourceId ? state.placing.snippetId : null));
  const waited = useRecord('snippets', placing);
  if (waited?.review) return <PlacingBar snippet={waited} />;
  const open = snippets.filter(({ review }) => review && !review.withoutPlace).length;
  if (open === 0) return null;
  return (
    <div className={styles.filterBar} role="toolbar" aria-label="Snippets that lost their place">
      <strong className={styles.filterName}>{countNoun(open, 'snippet lost its place', 'snippets lost their place')}</strong>
      <Button look="quiet" onClick={() => useCorrecting.setState({ reviewOf: sourceId })}>
        Decide…
      </Button>
    </div>
  );
}

function PlacingBar({ snippet }: { snippet: Snippet }) {
  const shown = useShownText();
  const range = useTranscriptStore(({ text }) => (text?.sourceId === snippet.sourceId ? text.selection.range : null));
  return (
    <div className={styles.filterBar} role="toolbar" aria-label="Place of a snippet">
      <strong className={styles.filterName}>Select the words for “{shorten(shown(snippet.quote), 80)}”.</strong>
      <Button
        look="primary"
        disabled={range === null}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => range && void placeSnippet(snippet.id, range).catch(() => undefined)}
      >
        Put it here
      </Button>
      <Button look="quiet" onClick={() => useCorrecting.setState({ placing: null, reviewOf: snippet.sourceId })}>
        Cancel
      </Button>
    </div>
  );
}
