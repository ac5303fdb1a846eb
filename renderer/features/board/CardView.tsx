// A card: the words in serif, who and when in mono, an edge in the colour of the first tag; less of it the further away it is.
import { Link2, Star } from 'lucide-react';
import { type CSSProperties, memo } from 'react';

import type { PlacedCard } from '#shared/domain/board/board-layout';
import type { Point } from '#shared/domain/board/rectangle';

import { tagColour } from '../../ui/TagChip.tsx';
import type { Detail } from './board-view.ts';
import { clusterName } from './sentences.ts';
import type { CardFace } from './use-board.ts';
import styles from './board.module.css';

interface CardViewProps {
  card: PlacedCard;
  face: CardFace;
  /** Corner of the cluster it lies in, or the board's origin: places are drawn from there. */
  origin: Point;
  /** Name of that cluster; null for a loose card. */
  inside: string | null;
  prefix: string;
  detail: Detail;
  /** Pixels of a board unit, for how many lines fit when it is small. */
  zoom: number;
  selected: boolean;
  focused: boolean;
  /** On the move. */
  lifted: boolean;
  /** Something is held over it: dropping makes a cluster of both. */
  over: boolean;
  /** Part of the proposal that is being looked at. */
  proposed: boolean;
}

/** Layouts and faces are made anew after each edit; a card is drawn again only when something of it differs. */
export const CardView = memo(CardOnBoard, (before, after) => {
  const [one, other] = [before.card, after.card];
  return (
    sameFace(before.face, after.face) &&
    one.x - before.origin.x === other.x - after.origin.x &&
    one.y - before.origin.y === other.y - after.origin.y &&
    one.height === other.height &&
    one.index === other.index &&
    one.of === other.of &&
    before.inside === after.inside &&
    before.detail === after.detail &&
    (after.detail !== 'line' || before.zoom === after.zoom) &&
    before.selected === after.selected &&
    before.focused === after.focused &&
    before.lifted === after.lifted &&
    before.over === after.over &&
    before.proposed === after.proposed
  );
});

function sameFace(one: CardFace, other: CardFace): boolean {
  if (one === other) return true;
  return one.said === other.said && one.colour === other.colour && one.elsewhere === other.elsewhere && one.starred === other.starred && one.text === other.text;
}

function CardOnBoard(props: CardViewProps) {
  const { card, face, origin, inside, prefix, detail, selected, focused, lifted, over, proposed } = props;
  const { colour } = face;
  const style: CSSProperties = { marginLeft: card.x - origin.x, marginTop: card.y - origin.y, width: card.width, height: card.height, ...(colour === null ? {} : tagColour(colour)) };
  const where = inside === null ? 'loose cards' : clusterName(inside);
  return (
    <div
      role="option"
      id={`${prefix}${card.id}`}
      className={styles.card}
      style={style}
      aria-label={`${face.said}, ${card.index + 1} of ${card.of} in ${where}`}
      aria-selected={selected}
      data-card={card.id}
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
}

function CardWords({ card, detail, zoom, face }: CardViewProps) {
  const lines = Math.max(1, Math.min(4, Math.floor((card.height * zoom - 18) / 15)));
  return (
    <>
      <span className={styles.cardText} dir="auto" style={detail === 'line' ? ({ '--lines': lines } as CSSProperties) : {}}>
        {face.text}
      </span>
      <span className={styles.cardSource}>
        {detail === 'line' ? face.who : face.source}
        <span className={styles.cardMarks}>
          {face.elsewhere ? <Link2 size={12} aria-hidden="true" /> : null}
          {face.starred ? <Star size={11} fill="currentColor" aria-hidden="true" /> : null}
        </span>
      </span>
    </>
  );
}
