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

/** A name in a text (half-open, UTF-16 units) and what stands there afterwards. */
export interface NamePlace {
  start: number;
  end: number;
  replacement: string;
}

export interface NameReplacement {
  replace: ReplaceNames;
  /** Every place that `replace` changes, in order. */
  places(text: string): NamePlace[];
}

/** @throws AppError('bad-input') as createNameReplacement. */
export function createReplaceNames(choices: readonly NameChoice[]): ReplaceNames {
  return createNameReplacement(choices).replace;
}

/** @throws AppError('bad-input') for an empty name, or a replacement that holds a name that is to be replaced. */
export function createNameReplacement(choices: readonly NameChoice[]): NameReplacement {
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
  const places = (text: string): NamePlace[] =>
    [...text.matchAll(pattern)].map(({ 0: name, index }) => ({
      start: index,
      end: index + name.length,
      replacement: byText.get(name) ?? name,
    }));
  return { replace, places };
}

/** Where an offset of the old text lies in the new one. One inside of a name goes to that edge of what stands there now. */
export function offsetAfter(places: readonly NamePlace[], offset: number, edge: 'start' | 'end'): number {
  let shift = 0;
  for (const { start, end, replacement } of places) {
    if (offset <= start) break;
    if (offset < end) return start + shift + (edge === 'start' ? 0 : replacement.length);
    shift += replacement.length - (end - start);
  }
  return offset + shift;
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
