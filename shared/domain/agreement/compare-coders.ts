// Compares what two coders did with the same transcripts, tag by tag and unit by unit.
import { rangesOverlap } from '#shared/domain/transcript/anchor';
import { finishSteps, type Steps } from '#shared/lib/steps';
import type { AgreementUnit } from '#shared/model/agreement-units';
import type { TextRange } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

import { unitsOf } from '../coding/text-units.ts';
import { cohenKappa, type DecisionTable, emptyTable, krippendorffAlpha, percentAgreement } from './agreement-figures.ts';

/** One transcript, and where each of the two coders put each tag. */
export interface CodedSource {
  turns: readonly Turn[];
  /** By tag id: ranges of the first and of the second coder. */
  tags: ReadonlyMap<string, readonly [readonly TextRange[], readonly TextRange[]]>;
}

export interface Agreement {
  /** Null for all tags together: each unit is as many decisions as there are tags. */
  tagId: string | null;
  table: DecisionTable;
  percent: number | null;
  kappa: number | null;
  alpha: number | null;
}

/** A stretch of one turn that both coders decided about as a whole. */
interface Unit {
  turn: number;
  start: number;
  end: number;
  weight: number;
}

/**
 * Figures for each tag, in the order of the ids, then for all of them together (first in the list).
 * @param codedOnly leaves out units that neither coder put any tag on: most of a transcript, about which both agree without saying so.
 */
export function compareCoders(sources: readonly CodedSource[], unit: AgreementUnit, codedOnly: boolean): Agreement[] {
  return finishSteps(compareCodersInSteps(sources, unit, codedOnly));
}

/** The same, halting after each unit. */
export function* compareCodersInSteps(sources: readonly CodedSource[], unit: AgreementUnit, codedOnly: boolean): Steps<Agreement[]> {
  const tables = new Map<string, DecisionTable>();
  const whole = emptyTable();
  const tagIds = [...new Set(sources.flatMap(({ tags }) => [...tags.keys()]))].sort();
  for (const tagId of tagIds) tables.set(tagId, emptyTable());
  for (const { turns, tags } of sources) {
    const everything = [...tags.values()].flatMap(([first, second]) => [...first, ...second]);
    for (const each of unit === 'character' ? stretchesOf(turns, everything) : wholeUnits(turns, unit)) {
      yield;
      if (codedOnly && !everything.some((range) => touches(range, each))) continue;
      for (const [tagId, table] of tables) {
        const [first = [], second = []] = tags.get(tagId) ?? [];
        const isFirst = first.some((range) => touches(range, each));
        const isSecond = second.some((range) => touches(range, each));
        const cell = isFirst ? (isSecond ? 'both' : 'onlyFirst') : isSecond ? 'onlySecond' : 'neither';
        table[cell] += each.weight;
        whole[cell] += each.weight;
      }
    }
  }
  return [figuresOf(null, whole), ...[...tables].map(([tagId, table]) => figuresOf(tagId, table))];
}

function figuresOf(tagId: string | null, table: DecisionTable): Agreement {
  const { both, onlyFirst, onlySecond, neither } = table;
  const alpha = krippendorffAlpha([
    { weight: both, values: [true, true] },
    { weight: onlyFirst, values: [true, false] },
    { weight: onlySecond, values: [false, true] },
    { weight: neither, values: [false, false] },
  ]);
  return { tagId, table, percent: percentAgreement(table), kappa: cohenKappa(table), alpha };
}

const touches = (range: TextRange, { turn, start, end }: Unit): boolean =>
  rangesOverlap(range, { startTurn: turn, startOffset: start, endTurn: turn, endOffset: end });

function wholeUnits(turns: readonly Turn[], unit: 'sentence' | 'turn'): Unit[] {
  return turns.flatMap((turn, index) => unitsOf(turn, unit).map(({ start, end }) => ({ turn: index, start, end, weight: 1 })));
}

/** The turns cut at every edge of a range: all characters of a stretch are decided alike. Its weight is their number (code points). */
function stretchesOf(turns: readonly Turn[], ranges: readonly TextRange[]): Unit[] {
  const cuts = turns.map(({ text }) => new Set([0, text.length]));
  for (const { startTurn, startOffset, endTurn, endOffset } of ranges) {
    cuts[startTurn]?.add(startOffset);
    cuts[endTurn]?.add(endOffset);
  }
  return cuts.flatMap((places, turn) => {
    const sorted = [...places].sort((left, right) => left - right);
    return sorted.slice(1).map((end, index): Unit => {
      const start = sorted[index] ?? 0;
      return { turn, start, end, weight: [...(turns[turn]?.text.slice(start, end) ?? '')].length };
    });
  });
}
