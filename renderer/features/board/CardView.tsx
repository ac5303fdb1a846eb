// A card: the words in serif, who and when in mono, an edge in the colour of the first tag; less of it the further away it is.
import { Link2, Star } from 'lucide-react';
import { type CSSProperties, memo } from 'react';

import type { PlacedCard } from '#shared/domain/board/board-layout';
import type { Point } from '#shared/domain/board/rectangle';

import { tagColour } from '../../ui/TagChip.tsx';
import type { Detail } from './board-view.ts';
import type { Drawing } from './drawing.ts';
import { clusterName } from './sentences.ts';
import type { CardFace } from './use-board.ts';
import styles from './board.module.css';

interface CardProps {
  card: PlacedCard;
  /** Corner of the cluster it lies in, or the board's origin: places are drawn from there. */
  origin: Point;
  /** Name of that cluster; null for a loose card. */
  inside: string | null;
  drawing: Drawing;
}

/** Draws a card; only when something of it differs from before. */
export function CardView({ card, origin, inside, drawing }: CardProps) {
  const { faceOf, prefix, detail, zoom, focusedId, cards, moving, proposed } = drawing;
  const target = moving?.target;
  return (
    <CardOnBoard
      card={card}
      left={card.x - origin.x}
      top={card.y - origin.y}
      face={faceOf(card.snippetId)}
      inside={inside}
      prefix={prefix}
      detail={detail}
      zoom={zoom}
      selected={cards.has(card.id)}
      focused={focusedId === card.id}
      lifted={moving?.cardIds.has(card.id) ?? false}
      over={target?.kind === 'card' && target.cardId === card.id}
      proposed={proposed.has(card.snippetId)}
    />
  );
}

interface CardOnBoardProps {
  card: PlacedCard;
  left: number;
  top: number;
  face: CardFace;
  inside: string | null;
  prefix: string;
  detail: Detail;
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

/** Layouts and faces are made anew after each edit: what they say decides, not which object says it. */
function isSame(before: CardOnBoardProps, after: CardOnBoardProps): boolean {
  const { card: one, face: oneFace, ...rest } = before;
  const { card: other, face: otherFace, ...others } = after;
  return (
    one.height === other.height &&
    one.index === other.index &&
    one.of === other.of &&
    (oneFace === otherFace || sameFace(oneFace, otherFace)) &&
    (Object.keys(rest) as (keyof typeof rest)[]).every((key) => rest[key] === others[key])
  );
}

function sameFace(one: CardFace, other: CardFace): boolean {
  return (
    one.said === other.said &&
    one.text === other.text &&
    one.colour === other.colour &&
    one.elsewhere === other.elsewhere &&
    one.starred === other.starred
  );
}

const CardOnBoard = memo(function CardOnBoard(props: CardOnBoardProps) {
  const { card, left, top, face, inside, prefix, detail, selected, focused, lifted, over, proposed } = props;
  const colour = face.colour === null ? {} : tagColour(face.colour);
  const where = inside === null ? 'loose cards' : clusterName(inside);
  return (
    <div
      role="option"
      id={`${prefix}${card.id}`}
      className={styles.card}
      style={{ marginLeft: left, marginTop: top, width: card.width, height: card.height, ...colour }}
      aria-label={`${face.said}, ${card.index + 1} of ${card.of} in ${where}`}
      aria-selected={selected}
      data-card={card.id}
      data-detail={detail}
      data-tagged={face.colour !== null}
      data-focused={focused || undefined}
      data-lifted={lifted || undefined}
      data-over={over || undefined}
      data-proposed={proposed || undefined}
    >
      {detail === 'chip' ? null : <CardWords {...props} />}
    </div>
  );
}, isSame);

function CardWords({ card, detail, zoom, face }: CardOnBoardProps) {
  const lines = Math.max(1, Math.min(4, Math.floor((card.height * zoom - 18) / 15)));
  return (
    <>
      <span className={styles.cardText} dir="auto" style={detail === 'line' ? ({ '--lines': lines } as CSSProperties) : {}}>
        {face.text}
      </span>
      <span className={styles.cardSource}>
        <span className={styles.cardWho}>{detail === 'line' ? face.who : face.source}</span>
        <span className={styles.cardMarks}>
          {face.elsewhere ? <Link2 size={12} aria-hidden="true" /> : null}
          {face.starred ? <Star size={11} fill="currentColor" aria-hidden="true" /> : null}
        </span>
      </span>
    </>
  );
}
