// Puts found lines in order: those that the chain leads to, and those behind a gap that hold by themselves.
import type { LostChange } from '#shared/model/recovery-report';

import { nextChain } from '../journal-line.ts';
import { faultInWords } from '../read-journal.ts';
import type { FoundBreak, FoundEntries, FoundEntry } from './collect-entries.ts';

/** A line behind the last good point. */
export interface LaterEntry {
  found: FoundEntry;
  /**
   * Its run begins with a number that nothing is missing before, and yet the hash does not follow: the line before was altered
   * together with its checksum, or this one comes from another copy. Such a run counts only where it fits exactly.
   */
  doubtful: boolean;
  /** Lines of one run follow each other by number and hash. */
  run: number;
}

export interface FollowedEntries {
  /** Follow from the base without a gap, each verified by the chain. */
  chained: FoundEntry[];
  later: LaterEntry[];
  /** What is missing between and behind them. */
  lost: LostChange[];
}

/**
 * Follows the chain from a base.
 * @param chain hash after the base; null when it is not known, which is so only where no snapshot is left: then the first line is believed.
 * @param reachedSeq a number that the study is known to have reached, from names of files and heads of damaged ones.
 */
export function followEntries(found: FoundEntries, seq: number, chain: string | null, reachedSeq: number): FollowedEntries {
  const chained: FoundEntry[] = [];
  let hash = chain;
  for (let next = successor(found, seq + 1, hash); next; next = successor(found, next.entry.seq + 1, hash)) {
    chained.push(next);
    hash = next.chain;
  }
  const goodSeq = seq + chained.length;
  const later = behindGap(found, goodSeq, hash);
  const chosen = new Set([...chained, ...later.map((entry) => entry.found)]);
  const others = [...found.bySeq.values()].flat().filter((entry) => entry.own && entry.entry.seq > seq && !chosen.has(entry));
  const numbers = [...new Set([...later.map((entry) => entry.found.entry.seq), ...others.map(({ entry }) => entry.seq)])];
  return { chained, later, lost: [...missingNumbers(found, goodSeq, numbers, reachedSeq), ...others.map(otherCopy)] };
}

function successor(found: FoundEntries, seq: number, chain: string | null): FoundEntry | null {
  const candidates = found.bySeq.get(seq) ?? [];
  if (chain === null) return candidates.find(({ own }) => own) ?? null;
  return candidates.find((candidate) => nextChain(chain, candidate.json) === candidate.chain) ?? null;
}

function behindGap(found: FoundEntries, goodSeq: number, goodChain: string | null): LaterEntry[] {
  const later: LaterEntry[] = [];
  let before = { seq: goodSeq, chain: goodChain, doubtful: false };
  let run = 0;
  for (const seq of [...found.bySeq.keys()].filter((number) => number > goodSeq).sort((left, right) => left - right)) {
    const adjacent = seq === before.seq + 1;
    const linked = adjacent ? successor(found, seq, before.chain) : null;
    const entry = linked ?? found.bySeq.get(seq)?.findLast(({ own }) => own);
    if (!entry) continue;
    if (!linked) run += 1;
    const doubtful = linked ? before.doubtful : adjacent;
    later.push({ found: entry, doubtful, run });
    before = { seq, chain: entry.chain, doubtful };
  }
  return later;
}

/** A change whose number is taken by another one, or that does not belong here. */
export function otherCopy({ entry, file, line }: FoundEntry): LostChange {
  const why = `it does not follow from the change before it (${file}, line ${line}): it belongs to another copy of the study, or was altered`;
  return { fromSeq: entry.seq, toSeq: entry.seq, label: entry.label, at: entry.at, why };
}

type NumberedLoss = LostChange & { fromSeq: number; toSeq: number };

/** Numbers between and behind the lines that were found, each with what its broken line still tells. */
function missingNumbers(found: FoundEntries, goodSeq: number, numbers: readonly number[], reachedSeq: number): LostChange[] {
  const taken = new Set(numbers);
  const hints = new Map(
    found.breaks
      .flatMap((gap) => readHint(gap) ?? [])
      .filter((hint) => hint.fromSeq > goodSeq && !taken.has(hint.fromSeq))
      .map((hint) => [hint.fromSeq, hint]),
  );
  const end = Math.max(goodSeq, reachedSeq, ...numbers) + 1;
  const lost: LostChange[] = [];
  let next = goodSeq + 1;
  for (const seq of [...new Set([...numbers.filter((number) => number > goodSeq), ...hints.keys(), end])].sort(
    (left, right) => left - right,
  )) {
    if (next < seq && next < end) lost.push(unknownRange(found.breaks, next, Math.min(seq, end) - 1));
    const hint = hints.get(seq);
    if (hint) lost.push(hint);
    next = Math.max(next, seq + 1);
  }
  const numbered = new Set([...hints.values()].map(({ why }) => why));
  for (const gap of found.breaks) {
    // Broken bytes at the end of a file, whose number cannot be told and which no missing number accounts for.
    if (
      gap.beforeSeq !== null ||
      readHint(gap) !== null ||
      lost.some(({ why }) => why.includes(placeOf(gap))) ||
      numbered.has(whyBroken(gap))
    )
      continue;
    lost.push({ fromSeq: null, toSeq: null, label: null, at: null, why: `${whyBroken(gap)}, ${gap.stretch.length} bytes` });
  }
  return lost;
}

function unknownRange(breaks: readonly FoundBreak[], fromSeq: number, toSeq: number): NumberedLoss {
  const gap = breaks.find(
    ({ afterSeq, beforeSeq }) => afterSeq !== null && afterSeq < toSeq + 1 && (beforeSeq === null || beforeSeq > fromSeq),
  );
  const start = breaks.find(({ afterSeq, beforeSeq }) => afterSeq === null && beforeSeq !== null && beforeSeq > fromSeq);
  const place = gap ?? start;
  const why = place ? whyBroken(place) : fromSeq === toSeq ? 'no file that is left holds it' : 'no file that is left holds them';
  return { fromSeq, toSeq, label: null, at: null, why };
}

const placeOf = ({ file, stretch }: FoundBreak): string => `${file}, line ${stretch.line}`;
const whyBroken = (gap: FoundBreak): string => `cannot be read any more (${placeOf(gap)}: ${faultInWords(gap.stretch.fault)})`;

const HINT =
  /"seq":(\d{1,12}),(?:"batch":\d{1,12},)?"at":"([0-9T:.Z-]{10,30})","by":"(?:[^"\\]|\\.){0,200}","kind":"\w+","edit":"\w+","label":"((?:[^"\\]|\\.){0,300})"/;

/** A broken line usually still shows its number, time and name. They are for the person only; nothing is built on them. */
function readHint(gap: FoundBreak): NumberedLoss | null {
  const match = HINT.exec(gap.stretch.start.toString('utf8'));
  if (!match) return null;
  const seq = Number(match[1]);
  return { fromSeq: seq, toSeq: seq, label: plainLabel(match[3] ?? ''), at: match[2] ?? null, why: whyBroken(gap) };
}

function plainLabel(json: string): string | null {
  try {
    return JSON.parse(`"${json}"`) as string;
  } catch {
    return null;
  }
}
