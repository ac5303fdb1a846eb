// The targets of issue 3, point 15, held against measured rows.
import type { MeasuredSize } from '../study-generator.ts';
import type { Row } from './measure.ts';
import { significant } from './statistics.ts';

interface Target {
  /** The operation; every one when left out. */
  op?: Row['op'];
  /** Sizes for which it is promised; every one when left out. */
  sizes?: readonly MeasuredSize[];
  what: string;
  /** The figure in question; undefined when this row does not have it (a rival that could not run). */
  figure(row: Row): number | null | undefined;
  limit: number;
  /** The figure must reach the limit instead of staying under it. */
  atLeast?: boolean;
}

const TARGETS: readonly Target[] = [
  { op: 'edit', what: 'durable edit / raw append', figure: (row) => row.ratios['raw'], limit: 1.5 },
  {
    op: 'edit',
    what: 'durable edit, non-blocking / raw append',
    figure: ({ rivals }) => (rivals['ownNonBlocking'] ?? Number.NaN) / (rivals['raw'] ?? Number.NaN),
    limit: 2.5,
  },
  { op: 'edit', what: 'bytes written by an edit', figure: (row) => row.bytes, limit: 1024 },
  { op: 'edit', what: 'bytes of SQLite / own bytes', figure: (row) => row.ratios['bytesSqlite'], limit: 1, atLeast: true },
  {
    op: 'edit',
    sizes: ['XL'],
    what: 'bytes of lowdb / own bytes',
    figure: (row) => row.ratios['bytesLowdb'],
    limit: 10_000,
    atLeast: true,
  },
  { op: 'burst', what: '1,000 durable edits / one fsync', figure: (row) => row.ratios['fsync'], limit: 100 },
  { op: 'open', sizes: ['L'], what: 'open with all annotations / read and parse', figure: (row) => row.ratios['parse'], limit: 1.3 },
  { op: 'firstScreen', sizes: ['XL'], what: 'first screen at XL / at S', figure: (row) => row.ratios['atS'], limit: 3 },
  { op: 'search', sizes: ['L'], what: 'keystroke p99 / p99 of a plain scan', figure: (row) => row.notes['p99OfScan'], limit: 2 },
  { op: 'search', sizes: ['L'], what: 'keystroke / fuse.js', figure: (row) => row.ratios['fuse'], limit: 0.01 },
  {
    op: 'search',
    what: 'a word with one typing error in the first 10',
    figure: (row) => row.notes['typoRecallAt10'],
    limit: 0.9,
    atLeast: true,
  },
  {
    op: 'search',
    what: 'a known snippet by two words in the first 20',
    figure: (row) => row.notes['twoWordRecallAt20'],
    limit: 1,
    atLeast: true,
  },
  { op: 'search', what: 'one document brought up to date, p99 (ms)', figure: (row) => row.notes['updateP99Ms'], limit: 1 },
  { sizes: ['L'], what: 'event loop stood still (ms)', figure: (row) => row.loopMs, limit: 50 },
  { sizes: ['L'], what: 'peak memory (MB)', figure: (row) => row.peakMB, limit: 600 },
];

/** One target beside what was measured. */
export interface Judgement {
  op: Row['op'];
  size: MeasuredSize;
  what: string;
  value: number;
  /** `<= 1.5`, `>= 10000`. */
  limit: string;
  met: boolean;
}

/** Every target that the row has a figure for. */
export function judge(row: Row): Judgement[] {
  return TARGETS.flatMap(({ op, sizes, what, figure, limit, atLeast = false }) => {
    if ((op && op !== row.op) || (sizes && !sizes.includes(row.size))) return [];
    const value = figure(row);
    if (value === undefined || value === null || Number.isNaN(value)) return [];
    const met = atLeast ? value >= limit : value <= limit;
    return [{ op: row.op, size: row.size, what, value: significant(value), limit: `${atLeast ? '>=' : '<='} ${limit}`, met }];
  });
}
