// Corrections of a transcript that a person makes by hand: the words of one turn, who said it, or what a speaker is called.
import { AppError } from '#shared/lib/app-error';
import { normaliseText } from '#shared/lib/text';
import type { Turn } from '#shared/model/transcript';

export type TurnCorrection =
  /** Other words for a turn; none takes the turn out. */
  | { kind: 'words'; turn: number; text: string }
  /** Another speaker for one turn; null: nobody is named. */
  | { kind: 'turn-speaker'; turn: number; speaker: string | null }
  /** Another name for a speaker in all turns. A name that is there already makes one speaker of the two. */
  | { kind: 'rename'; label: string; to: string };

/** The turns after a correction; those that are not concerned are the same objects. @throws AppError('bad-input' | 'not-found') */
export function correctTurns(turns: readonly Turn[], correction: TurnCorrection): Turn[] {
  if (correction.kind === 'rename') return renamed(turns, correction.label, correction.to.trim());
  const { turn: index } = correction;
  const turn = turns[index];
  if (!turn) throw new AppError('not-found', `There is no turn ${index + 1} in this text. Nothing was changed.`, { turn: index });
  if (correction.kind === 'turn-speaker') {
    const speaker = correction.speaker?.trim() || null;
    return turns.with(index, { ...turn, speaker });
  }
  const text = normaliseText(correction.text).trim();
  const changed = text === '' ? turns.toSpliced(index, 1) : turns.with(index, { ...turn, text });
  if (changed.every((other) => other.text.trim() === '')) {
    throw new AppError('bad-input', 'A transcript cannot be left without a word. Remove the source instead. Nothing was changed.');
  }
  return changed;
}

function renamed(turns: readonly Turn[], label: string, to: string): Turn[] {
  if (to === '') throw new AppError('bad-input', 'A speaker needs a name. Nothing was changed.');
  if (turns.every(({ speaker }) => speaker !== label))
    throw new AppError('not-found', `Nobody is called “${label}” in this text. Nothing was changed.`, { label });
  return turns.map((turn) => (turn.speaker === label ? { ...turn, speaker: to } : turn));
}

/** Nothing a reader would see differs. */
export function sameTurns(left: readonly Turn[], right: readonly Turn[]): boolean {
  return (
    left.length === right.length &&
    left.every((turn, index) => {
      const other = right[index];
      return (
        other !== undefined &&
        turn.text === other.text &&
        turn.speaker === other.speaker &&
        turn.startMs === other.startMs &&
        turn.endMs === other.endMs
      );
    })
  );
}
