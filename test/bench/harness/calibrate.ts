// What this machine does at this moment: figures by which runs of different hours and machines can be told apart.
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { openRawAppend } from '../rivals/raw-append.ts';
import { openSqlite } from '../rivals/sqlite-rival.ts';
import { peakMegabytes } from './process-figures.ts';
import { median, percentile, significant } from './statistics.ts';

/** Has the fields of a row, so that every line of `--json` can be read alike: times are those of a blocking raw append with fdatasync. */
export interface Calibration {
  op: 'calibration';
  size: 'machine';
  n: number;
  medianMs: number;
  p95Ms: number;
  bytes: number;
  peakMB: number;
  ratios: Record<string, number>;
  /** JSON.parse of 8 MB (MB/s). */
  parseMBs: number;
  cores: number;
  /** Mean number of programs that wanted a core during the last minute; above the number of cores, times on the clock stretch. */
  load: number;
  memoryGB: number;
  node: string;
  /** Null where this Node has no node:sqlite. */
  sqlite: string | null;
}

/** Measures for about a second. @param work a folder on the disk that the studies are on. */
export async function calibrate(work: string): Promise<Calibration> {
  const folder = path.join(work, 'calibration');
  await mkdir(folder, { recursive: true });
  const raw = await openRawAppend(folder);
  const appends = Array.from({ length: 200 }, () => timeOf(raw.blocking));
  await raw.close();
  const text = JSON.stringify(Array.from({ length: 40_000 }, (_, index) => ({ id: `record${index}`, text: 'word '.repeat(32), index })));
  const parses = Array.from({ length: 7 }, () => timeOf(() => JSON.parse(text)));
  const sqlite = await openSqlite(folder, []);
  sqlite?.close();
  return {
    op: 'calibration',
    size: 'machine',
    n: appends.length,
    medianMs: significant(median(appends)),
    p95Ms: significant(percentile(appends, 0.95)),
    bytes: 200,
    peakMB: Math.round(peakMegabytes()),
    ratios: {},
    parseMBs: Math.round(text.length / 1000 / median(parses)),
    cores: os.availableParallelism(),
    load: significant(os.loadavg()[0] ?? Number.NaN),
    memoryGB: Math.round(os.totalmem() / 1024 ** 3),
    node: process.version,
    sqlite: sqlite?.version ?? null,
  };
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
