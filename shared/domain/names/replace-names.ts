// Puts other words in the place of names, in transcripts and in what was written about them.
import { AppError } from '#shared/lib/app-error';
import type { Turn } from '#shared/model/transcript';

export interface NameChoice {
  /** As it stands in the text; capitals count. */
  text: string;
  replacement: string;
}

/** Replaces whole words only, the longest names first, each place once. */
export type ReplaceNames = (text: string) => string;

/** @throws AppError('bad-input') for an empty name, or a replacement that holds a name that is to be replaced. */
export function createReplaceNames(choices: readonly NameChoice[]): ReplaceNames {
  const byText = new Map(choices.map(({ text, replacement }) => [text, replacement]));
  if (byText.size === 0 || byText.has('')) throw new AppError('bad-input', 'Choose at least one name to replace. Nothing was changed.');
  const names = [...byText.keys()].sort((left, right) => right.length - left.length || (left < right ? -1 : 1));
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${names.map(escaped).join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'gu');
  const replace = (text: string): string => text.replace(pattern, (name) => byText.get(name) ?? name);
  for (const { text, replacement } of choices) {
    if (replacement.trim() === '') throw new AppError('bad-input', `Say what stands in the place of “${text}”. Nothing was changed.`);
    if (replace(replacement) !== replacement)
      throw new AppError(
        'bad-input',
        `“${replacement}” holds a name that is to be replaced itself. Choose other words for it. Nothing was changed.`,
      );
  }
  return replace;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The turns with names replaced, in their words and as speakers; the same array when nothing changes. */
export function replaceInTurns(turns: readonly Turn[], replace: ReplaceNames): readonly Turn[] {
  let changed = false;
  const next = turns.map((turn) => {
    const text = replace(turn.text);
    const speaker = turn.speaker === null ? null : replace(turn.speaker);
    if (text === turn.text && speaker === turn.speaker) return turn;
    changed = true;
    return { ...turn, text, speaker };
  });
  return changed ? next : turns;
}
