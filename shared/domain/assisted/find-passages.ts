// Finds passages to tag in one transcript: words, a regular expression, or what is like the snippets of a tag.
import { findInTurns } from '#shared/domain/search/find-in-turns';
import { AppError } from '#shared/lib/app-error';
import type { PassageUnit } from '#shared/model/passage-units';
import type { Turn } from '#shared/model/transcript';

import { type Span, unitsOf } from '../coding/text-units.ts';
import { type Likeness, likenessOf } from './likeness.ts';

/** What is looked for. */
export type PassageSearch = { kind: 'text'; text: string } | { kind: 'pattern'; pattern: string } | { kind: 'like'; likeness: Likeness };

/** A passage in one turn; offsets in UTF-16 units, half-open. */
export interface FoundPassage {
  turn: number;
  startOffset: number;
  endOffset: number;
  /** How like it is, for `like`; 0 for the others, where a passage fits or does not. */
  score: number;
  /** Words that made it fit: what was found, or the telling words it shares. */
  words: string[];
}

/** Words named as the reason. */
const REASONS = 5;
/** Finds in one transcript; a pattern that fits every letter must not fill the memory. */
const MOST = 100_000;

/** @throws AppError('bad-input') with the reason when it is no regular expression. */
export function checkedPattern(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'giu');
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(error.message.lastIndexOf(': ') + 2) : '';
    throw new AppError('bad-input', `This is not a regular expression: ${reason}. Mend it, or look for plain words instead.`);
  }
}

/**
 * Passages in their order, each once. A match without any visible character is none.
 * @param speaks which turns are looked at. @throws AppError('bad-input') when the pattern is none.
 */
export function findPassages(
  turns: readonly Turn[],
  search: PassageSearch,
  unit: PassageUnit,
  speaks: (speaker: string | null) => boolean,
): FoundPassage[] {
  if (search.kind === 'like') return likePassages(turns, search.likeness, unit === 'turn' ? 'turn' : 'sentence', speaks);
  const matches = search.kind === 'text' ? findInTurns(turns, search.text, MOST) : patternMatches(turns, checkedPattern(search.pattern));
  const passages: FoundPassage[] = [];
  for (const match of matches) {
    const turn = turns[match.turn];
    if (!turn || !speaks(turn.speaker)) continue;
    const word = turn.text.slice(match.startOffset, match.endOffset);
    const { start, end } = unit === 'words' ? { start: match.startOffset, end: match.endOffset } : around(turn, unit, match);
    const last = passages.at(-1);
    if (last?.turn === match.turn && start < last.endOffset) {
      last.endOffset = Math.max(last.endOffset, end);
      if (last.words.length < REASONS && !last.words.includes(word)) last.words.push(word);
    } else passages.push({ turn: match.turn, startOffset: start, endOffset: end, score: 0, words: [word] });
  }
  return passages;
}

function patternMatches(turns: readonly Turn[], pattern: RegExp): { turn: number; startOffset: number; endOffset: number }[] {
  const found: { turn: number; startOffset: number; endOffset: number }[] = [];
  for (const [turn, { text }] of turns.entries()) {
    for (const match of text.matchAll(pattern)) {
      if (match[0].trim() === '') continue;
      found.push({ turn, startOffset: match.index, endOffset: match.index + match[0].length });
      if (found.length === MOST) return found;
    }
  }
  return found;
}

/** All units that the match touches. */
function around(turn: Turn, unit: 'sentence' | 'turn', match: { startOffset: number; endOffset: number }): Span {
  const touched = unitsOf(turn, unit).filter(({ start, end }) => start < match.endOffset && match.startOffset < end);
  return { start: touched[0]?.start ?? match.startOffset, end: touched.at(-1)?.end ?? match.endOffset };
}

function likePassages(
  turns: readonly Turn[],
  likeness: Likeness,
  unit: 'sentence' | 'turn',
  speaks: (speaker: string | null) => boolean,
): FoundPassage[] {
  return turns.flatMap((turn, index) =>
    speaks(turn.speaker)
      ? unitsOf(turn, unit).flatMap(({ start, end }): FoundPassage[] => {
          const like = likenessOf(likeness, turn.text.slice(start, end));
          return like ? [{ turn: index, startOffset: start, endOffset: end, score: like.score, words: like.words.slice(0, REASONS) }] : [];
        })
      : [],
  );
}
