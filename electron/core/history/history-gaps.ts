// Finds what is missing or damaged in the history of a study that opens: it needs those files only for looking back and undoing, so nothing else would tell.
import path from 'node:path';

import type { ContentCipher } from '../vault/crypto/content-cipher.ts';
import { type Disk, errorCode } from '../vault/disk.ts';
import { listHistoryParts } from '../vault/history.ts';
import { historyStartOf } from '../vault/history-start.ts';
import { nextChain, openJournalLine } from '../vault/journal-line.ts';
import { Pauses } from '../vault/pauses.ts';
import { readOrNull } from '../vault/snapshot.ts';
import type { Vault } from '../vault/vault.ts';
import { linesOf } from './read-backwards.ts';

/** Changes that the history does not hold, or not as they were written. */
export interface HistoryGap {
  /** First and last number. */
  from: number;
  to: number;
  /** Where they should be: `history/…`. Null: no file is there for them. */
  file: string | null;
  /** The line that does not hold, from 1; null where lines are merely missing. */
  line: number | null;
}

/** A checkpoint moves the journal to the history: what looks wrong meanwhile is read again. */
const ATTEMPTS = 4;

/**
 * Reads every line of the history and the journal, and compares checksums, numbers and chain; others get their turn meanwhile. Memory: one file.
 * @returns gaps, oldest first. @throws the operating system's error.
 */
export async function findHistoryGaps(disk: Disk, vault: Vault): Promise<HistoryGap[]> {
  for (let left = ATTEMPTS; ; left -= 1) {
    await vault.settled();
    const before = await layoutOf(disk, vault);
    const gaps = await readThrough(disk, vault);
    if (gaps.length === 0 || left <= 1 || before === (await layoutOf(disk, vault))) return gaps;
  }
}

/** One notice for the person: what and where, what is safe, what to do. Null for a history without gaps. */
export function gapsInWords(gaps: readonly HistoryGap[]): string | null {
  const [first] = gaps;
  const last = gaps.at(-1);
  if (!first || !last) return null;
  const others = gaps.length === 1 ? '' : `, and so are others up to change ${last.to}`;
  const what = `The history of this study is not whole: ${numbersInWords(first)} ${placeInWords(first)}${others}.`;
  const safe = `All your work is in the study; only steps up to change ${last.to} cannot be looked back at or undone until the files of “history” are put back from a copy of that folder.`;
  return `${what} ${safe}`;
}

function numbersInWords({ from, to }: HistoryGap): string {
  return from === to ? `change ${from} is` : `changes ${from} to ${to} are`;
}

function placeInWords({ file, line }: HistoryGap): string {
  if (file === null) return 'missing from the folder “history”';
  return line === null ? `missing in ${file}` : `damaged in ${file}, line ${line}`;
}

async function layoutOf(disk: Disk, vault: Vault): Promise<string> {
  const parts = await listHistoryParts(disk, vault.files);
  return [vault.seq, ...parts.map(({ file }) => file)].join(' ');
}

/** How far the reading has come. */
interface Reading {
  seq: number;
  /** Null behind a gap: the next line is believed. */
  chain: string | null;
  gaps: HistoryGap[];
}

async function readThrough(disk: Disk, vault: Vault): Promise<HistoryGap[]> {
  const { files, seq } = vault;
  const start = await historyStartOf(disk, files, vault.id);
  const reading: Reading = { ...start, gaps: [] };
  const pauses = new Pauses();
  for (const part of await listHistoryParts(disk, files)) {
    if (part.lastSeq <= start.seq || part.firstSeq > seq) continue;
    skipTo(reading, part.firstSeq - 1, null);
    const name = `history/${path.basename(part.file)}`;
    const broken = await readLines(disk, part.file, name, files.cipher, reading, pauses);
    skipTo(reading, part.lastSeq, name, broken);
  }
  await readLines(disk, files.journal, null, files.cipher, reading, pauses);
  skipTo(reading, seq, null);
  return reading.gaps;
}

/** @returns the first line at the end that does not hold; null when the end holds. */
async function readLines(
  disk: Disk,
  file: string,
  name: string | null,
  cipher: ContentCipher,
  reading: Reading,
  pauses: Pauses,
): Promise<number | null> {
  const bytes = (await readOrNull(disk, file).catch(unreadableAsEmpty)) ?? Buffer.alloc(0);
  let broken: number | null = null;
  for (const [index, line] of linesOf(bytes).entries()) {
    if (pauses.due) await pauses.take();
    const opened = openJournalLine(line, cipher);
    const seq = typeof opened === 'string' ? null : seqOf(opened.json);
    if (typeof opened === 'string' || seq === null) {
      broken ??= index + 1;
      continue;
    }
    if (seq <= reading.seq) continue;
    skipTo(reading, seq - 1, name, broken);
    broken = null;
    const follows = reading.chain === null || nextChain(reading.chain, opened.json) === opened.chain;
    if (!follows) reading.gaps.push({ from: seq, to: seq, file: name, line: index + 1 });
    reading.seq = seq;
    reading.chain = opened.chain;
  }
  return broken;
}

/** A file that stands there and cannot be read is a gap like one that is gone; a defect of ours is not. */
function unreadableAsEmpty(error: unknown): null {
  if (errorCode(error) === '') throw error;
  return null;
}

function skipTo(reading: Reading, seq: number, file: string | null, line: number | null = null): void {
  if (reading.seq >= seq) return;
  reading.gaps.push({ from: reading.seq + 1, to: seq, file, line });
  reading.seq = seq;
  reading.chain = null;
}

/** An entry begins with its number. */
const SEQ = /^\{"seq":(\d{1,15})[,}]/;

function seqOf(json: Buffer): number | null {
  const digits = SEQ.exec(json.toString('latin1', 0, 30))?.[1];
  return digits === undefined ? null : Number(digits);
}
