// The best quote for and the best against, side by side at equal size: neither side looks like the footnote of the other.
import { Quote } from './Quote.tsx';
import styles from './evidence-room.module.css';

interface BestQuotesProps {
  /** Snippet ids; null where this side has none. */
  supporting: string | null;
  contradicting: string | null;
  /** Heads other than the researcher's. */
  heads?: { supporting: string; contradicting: string };
}

export function BestQuotes({ supporting, contradicting, heads = { supporting: 'For', contradicting: 'Against' } }: BestQuotesProps) {
  if (!supporting && !contradicting) return null;
  const both = supporting !== null && contradicting !== null;
  return (
    <div className={styles.pairBox}>
      <div className={styles.pair} data-both={both}>
        <Side head={heads.supporting} snippetId={supporting} side="for" />
        <Side head={heads.contradicting} snippetId={contradicting} side="against" />
      </div>
    </div>
  );
}

function Side({ head, snippetId, side }: { head: string; snippetId: string | null; side: 'for' | 'against' }) {
  if (!snippetId) return <p className={styles.none}>{head}: no quote.</p>;
  return (
    <div>
      <h4 className={styles.pairHead}>{head}</h4>
      <Quote snippetId={snippetId} side={side} />
    </div>
  );
}
