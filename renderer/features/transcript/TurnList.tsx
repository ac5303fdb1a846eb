// The turns of a transcript as plain text: one text node a turn, all of them on the page, so that selecting, finding and reading aloud work.
import { memo } from 'react';

import type { Turn } from '#shared/model/transcript';

import { clockTime } from '../sources/index.ts';
import type { ShownSpeaker } from './speakers.ts';
import styles from './transcript.module.css';

interface TurnListProps {
  turns: readonly Turn[];
  speakers: ReadonlyMap<string | null, ShownSpeaker>;
  /** Turns that the filter lets through; null without a filter. */
  shownTurns: ReadonlySet<number> | null;
  /** The others are folded away, or else dimmed. */
  folds: boolean;
}

export const TurnList = memo(function TurnList({ turns, speakers, shownTurns, folds }: TurnListProps) {
  return turns.map((turn, index) => {
    const out = shownTurns !== null && !shownTurns.has(index);
    const speaker = speakers.get(turn.speaker);
    const name = speaker?.name ?? turn.speaker ?? '';
    const goesOn = index > 0 && turns[index - 1]?.speaker === turn.speaker && !folds;
    return (
      <TurnRow
        key={index}
        index={index}
        turn={turn}
        name={goesOn ? '' : name}
        asks={speaker?.role === 'interviewer'}
        dim={out && !folds}
        folded={out && folds}
      />
    );
  });
});

interface TurnRowProps {
  index: number;
  turn: Turn;
  /** Empty where the same person goes on. */
  name: string;
  asks: boolean;
  dim: boolean;
  folded: boolean;
}

const TurnRow = memo(function TurnRow({ index, turn, name, asks, dim, folded }: TurnRowProps) {
  return (
    <div
      className={styles.turn}
      data-turn-row
      data-asks={asks || undefined}
      data-dim={dim || undefined}
      data-goes-on={name === '' || undefined}
      hidden={folded}
    >
      <div className={styles.who}>
        {name === '' ? null : <span className={styles.name}>{name}</span>}
        <div className={styles.record}>
          {turn.startMs === null ? null : <time>{clockTime(turn.startMs)}</time>}
          <span className={styles.number} title={`Turn ${index + 1}`}>
            {index + 1}
          </span>
        </div>
      </div>
      <p className={styles.text} data-turn={index} dir="auto">
        {turn.text}
      </p>
    </div>
  );
});
