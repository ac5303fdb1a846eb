// A card: the words in serif, who and when in mono, an edge in the colour of the first tag; less of it the further away it is.
import { Link2, Star } from 'lucide-react';
import { type CSSProperties, memo } from 'react';

import { tagColour } from '../../ui/TagChip.tsx';
import type { Detail } from './board-view.ts';
import type { CardFace } from './use-board.ts';
import styles from './board.module.css';

interface CardViewProps extends Omit<CardFace, 'tags'> {
  id: string;
  domId: string;
  /** From the cluster's corner, or from the board's origin for a loose card. */
  left: number;
  top: number;
  width: number;
  height: number;
  detail: Detail;
  /** Lines of the words that fit, where the card is small on screen. */
  lines: number;
  /** Read out: words, who, place among its neighbours. */
  label: string;
  selected: boolean;
  focused: boolean;
  /** On the move. */
  lifted: boolean;
  /** Something is held over it: dropping makes a cluster of both. */
  over: boolean;
  /** Part of the proposal that is being looked at. */
  proposed: boolean;
}

/** All properties are plain values, so that only cards that change are drawn again. */
export const CardView = memo(function CardView(props: CardViewProps) {
  const { id, domId, left, top, width, height, detail, lines, label, selected, focused, lifted, over, proposed, colour } = props;
  const shown = detail === 'line' ? ({ '--lines': lines } as CSSProperties) : {};
  const style: CSSProperties = { left, top, width, height, ...(colour === null ? {} : tagColour(colour)), ...shown };
  return (
    <div
      role="option"
      id={domId}
      className={styles.card}
      style={style}
      aria-label={label}
      aria-selected={selected}
      data-card={id}
      data-detail={detail}
      data-tagged={colour !== null}
      data-focused={focused || undefined}
      data-lifted={lifted || undefined}
      data-over={over || undefined}
      data-proposed={proposed || undefined}
    >
      {detail === 'chip' ? null : <CardWords {...props} />}
    </div>
  );
});

function CardWords({ detail, text, source, who, elsewhere, starred }: CardViewProps) {
  return (
    <>
      <span className={styles.cardText} dir="auto">
        {text}
      </span>
      <span className={styles.cardSource}>
        {detail === 'line' ? who : source}
        <span className={styles.cardMarks}>
          {elsewhere ? <Link2 size={12} aria-hidden="true" /> : null}
          {starred ? <Star size={11} fill="currentColor" aria-hidden="true" /> : null}
        </span>
      </span>
    </>
  );
}
