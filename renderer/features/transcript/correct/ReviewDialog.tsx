// Snippets that were not found for sure after a correction: their old words, the places that may be meant, and what can be decided.
import { anchorOf } from '#shared/domain/transcript/anchor';
import { countNoun } from '#shared/lib/text';
import type { Snippet, TextRange } from '#shared/model/records/snippet';
import type { Source } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';
import { useReferring } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';

import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { focusTranscript } from '../active-surface.ts';
import { tagsOfSnippet } from '../coding.ts';
import { keepWithoutPlace, placeSnippet } from './correct-actions.ts';
import { useCorrecting } from './correcting-store.ts';
import styles from './correct.module.css';

interface ReviewDialogProps {
  source: Source;
  active: boolean;
  turns: readonly Turn[];
}

export function ReviewDialog({ source, active, turns }: ReviewDialogProps) {
  const open = useCorrecting(({ reviewOf }) => reviewOf === source.id);
  return open && active ? <OpenDialog source={source} turns={turns} /> : null;
}

function close(): void {
  useCorrecting.setState({ reviewOf: null });
  requestAnimationFrame(focusTranscript);
}

function OpenDialog({ source, turns }: { source: Source; turns: readonly Turn[] }) {
  const lost = useReferring('sources', source.id, 'snippets').filter(({ review }) => review);
  const waiting = lost.filter(({ review }) => !review?.withoutPlace);
  const decided = lost.filter(({ review }) => review?.withoutPlace);
  return (
    <Dialog title="Snippets that lost their place" width={680} onClose={close} footer={<Button onClick={close}>Close</Button>}>
      {waiting.length === 0 ? (
        <p>{lost.length === 0 ? 'Every snippet of this interview has its place.' : 'Everything is decided.'}</p>
      ) : (
        <p className={styles.quiet}>
          The text was corrected, and these words are no longer in it as they were. They keep their tags and their words until you decide.
        </p>
      )}
      <ul className={styles.lost}>
        {waiting.map((snippet) => (
          <LostSnippet key={snippet.id} snippet={snippet} turns={turns} />
        ))}
      </ul>
      {decided.length === 0 ? null : (
        <section>
          <SectionTitle level={3} count={countNoun(decided.length, 'snippet', 'snippets')}>
            Kept without a place
          </SectionTitle>
          <ul className={styles.lost}>
            {decided.map((snippet) => (
              <LostSnippet key={snippet.id} snippet={snippet} turns={turns} />
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

function LostSnippet({ snippet, turns }: { snippet: Snippet; turns: readonly Turn[] }) {
  const shown = useShownText();
  const tags = tagsOfSnippet(snippet.id).map(({ name }) => name);
  const put = (range: TextRange): void => void placeSnippet(snippet.id, range).catch(() => undefined);
  const byHand = (): void => {
    useCorrecting.setState({ placing: { sourceId: snippet.sourceId, snippetId: snippet.id }, reviewOf: null });
    requestAnimationFrame(focusTranscript);
  };
  return (
    <li className={styles.snippet}>
      <blockquote className="evidence" dir="auto">
        {shown(snippet.quote)}
      </blockquote>
      {tags.length === 0 ? null : <p className={styles.quiet}>{tags.join(', ')}</p>}
      {snippet.review?.proposals.map((range) => (
        <Proposal key={JSON.stringify(range)} turns={turns} range={range} onPut={() => put(range)} />
      ))}
      <div className={styles.buttons}>
        <Button look="quiet" onClick={byHand}>
          Select the words…
        </Button>
        {snippet.review?.withoutPlace ? null : (
          <Button look="quiet" onClick={() => void keepWithoutPlace(snippet.id).catch(() => undefined)}>
            Keep without a place
          </Button>
        )}
      </div>
    </li>
  );
}

/** The words that may be meant, with what stands around them. */
function Proposal({ turns, range, onPut }: { turns: readonly Turn[]; range: TextRange; onPut(): void }) {
  const shown = useShownText();
  const { quote, prefix, suffix } = anchorOf(turns, range);
  return (
    <div className={styles.proposal}>
      <p dir="auto">
        <span className={styles.quiet}>{`Turn ${range.startTurn + 1}: `}</span>
        {shown(prefix)}
        <mark>{shown(quote)}</mark>
        {shown(suffix)}
      </p>
      <Button onClick={onPut}>Put it here</Button>
    </div>
  );
}
