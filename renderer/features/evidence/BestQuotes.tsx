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
  return (
    <div className={styles.pair}>
      <div className={styles.pairSide}>
        <h4 className={styles.pairHead}>{heads.supporting}</h4>
        {supporting ? <Quote snippetId={supporting} side="for" /> : <p className={styles.none}>No quote.</p>}
      </div>
      <div className={styles.pairSide}>
        <h4 className={styles.pairHead}>{heads.contradicting}</h4>
        {contradicting ? <Quote snippetId={contradicting} side="against" /> : <p className={styles.none}>No quote.</p>}
      </div>
    </div>
  );
}
