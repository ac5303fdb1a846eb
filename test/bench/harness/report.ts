// The readable report of the bench: own figures beside the ratios first, then rivals and notes, then the targets.
import type { Calibration } from './calibrate.ts';
import type { Row } from './measure.ts';
import type { Judgement } from './targets.ts';

const HEADINGS = ['operation', 'size', 'n', 'median', 'p95', 'clock', 'bytes', 'peak MB', 'loop (clock)'] as const;
const WIDTHS = [12, 4, 4, 9, 9, 9, 9, 7, 13] as const;

/** One line about the machine. */
export function calibrationLine(calibration: Calibration): string {
  const { node, sqlite, cores, load, memoryGB, medianMs, p95Ms, parseMBs } = calibration;
  const database = sqlite === null ? 'no node:sqlite' : `SQLite ${sqlite}`;
  return (
    `Node ${node}, ${database}, ${cores} cores, load ${load}, ${memoryGB} GB; ` +
    `raw append of 200 bytes with fdatasync ${medianMs} ms (p95 ${p95Ms}); JSON.parse ${parseMBs} MB/s`
  );
}

/** The heading of the table. */
export function tableHeading(): string {
  return `${cells(HEADINGS)}  own time / rival's time\n${'-'.repeat(120)}`;
}

/** One row of the table. */
export function tableRow(row: Row): string {
  const loop = `${shortNumber(row.loopMs)} (${shortNumber(row.loopWallMs)})`;
  const figures = [row.op, row.size, row.n, time(row.medianMs), time(row.p95Ms), time(row.clockMs), byteCount(row.bytes), row.peakMB, loop];
  const ratios = Object.entries(row.ratios).map(([name, ratio]) => `${name} ${shortNumber(ratio)}x`);
  return `${cells(figures.map(String))}  ${ratios.join('  ')}`;
}

/** The second page: what each operation is, its rivals' own figures, notes, and rivals that are absent. */
export function detailLines(rows: readonly Row[]): string[] {
  return rows.map(({ op, size, about, rivals, notes, absent }) => {
    const figures = [
      ...Object.entries(rivals).map(([name, ms]) => `${name} ${time(ms)}`),
      ...Object.entries(notes).map(([name, value]) => `${name} ${shortNumber(value)}`),
      ...absent.map((why) => `ABSENT ${why}`),
    ];
    return `${op.padEnd(WIDTHS[0])}  ${size.padEnd(WIDTHS[1])}  ${about}${figures.length > 0 ? `: ${figures.join(', ')}` : ''}`;
  });
}

/** The last page: each target, met or missed. */
export function targetLines(judgements: readonly Judgement[]): string[] {
  return judgements.map(
    ({ op, size, what, value, limit, met }) =>
      `${met ? 'met   ' : 'MISSED'}  ${op.padEnd(WIDTHS[0])}  ${size.padEnd(WIDTHS[1])}  ${what}: ${shortNumber(value)} (${limit})`,
  );
}

function cells(values: readonly string[]): string {
  return values.map((value, index) => (index < 2 ? value.padEnd(WIDTHS[index] ?? 0) : value.padStart(WIDTHS[index] ?? 0))).join('  ');
}

function time(ms: number): string {
  if (ms >= 10_000) return `${shortNumber(ms / 1000)} s`;
  return `${shortNumber(ms)} ms`;
}

function byteCount(bytes: number | null): string {
  if (bytes === null) return '?';
  if (bytes >= 1e6) return `${shortNumber(bytes / 1e6)} MB`;
  return bytes >= 10_000 ? `${shortNumber(bytes / 1000)} kB` : String(bytes);
}

function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return '?';
  const digits = Number(value.toPrecision(3));
  return Math.abs(digits) >= 1000 ? Math.round(digits).toLocaleString('en') : String(digits);
}
