// Checks journal and history line by line: nothing broken, nothing missing, nothing double, and the chain unbroken to every snapshot.
import path from 'node:path';

import type { JournalEntry } from '#shared/model/journal-entry';

import type { Disk } from '../../vault/disk.ts';
import { type HistoryPart, listHistoryParts } from '../../vault/history.ts';
import { readHistoryStart } from '../../vault/history-start.ts';
import { firstChain, nextChain, type ParsedLine } from '../../vault/journal-line.ts';
import { faultInWords, isTorn } from '../../vault/read-journal.ts';
import { type BrokenStretch, scanFile } from '../../vault/scan-lines.ts';
import type { SnapshotData } from '../../vault/snapshot.ts';
import type { VaultFiles } from '../../vault/vault-files.ts';
import type { Findings } from './findings.ts';

/** A snapshot whose place in the chain is known. */
export interface Anchor {
  file: string;
  data: Pick<SnapshotData, 'seq' | 'chain'>;
}

export interface HistoryCheck {
  /** Entries read, and the last number. */
  entries: number;
  seq: number;
  /** Those after `keepAfter`, for replaying; in order. */
  kept: JournalEntry[];
  /** Bytes at the end of the journal that are no whole line, as a stopped program leaves them. */
  tornBytes: number;
}

interface Place {
  seq: number;
  /** Null behind a broken line: the next one is believed. */
  chain: string | null;
  file: string;
}

/** Reads all parts and the journal once, in order. @param vaultId null when no snapshot tells it. */
export class HistoryChecker {
  readonly #disk: Disk;
  readonly #files: VaultFiles;
  readonly #findings: Findings;
  readonly #anchors: readonly Anchor[];
  readonly #keepAfter: number;
  readonly #check: HistoryCheck = { entries: 0, seq: 0, kept: [], tornBytes: 0 };
  #at: Place = { seq: 0, chain: null, file: '' };

  constructor(disk: Disk, files: VaultFiles, findings: Findings, anchors: readonly Anchor[], keepAfter: number) {
    this.#disk = disk;
    this.#files = files;
    this.#findings = findings;
    this.#anchors = anchors;
    this.#keepAfter = keepAfter;
  }

  async run(vaultId: string | null): Promise<HistoryCheck> {
    const noted = await readHistoryStart(this.#disk, this.#files);
    const start = noted ?? { seq: 0, chain: vaultId === null ? null : firstChain(vaultId) };
    this.#at = { ...start, file: '' };
    this.#meetAnchors(start.seq);
    for (const part of await listHistoryParts(this.#disk, this.#files)) {
      if (part.lastSeq > start.seq) await this.#part(part, start.seq);
    }
    await this.#journal();
    this.#check.seq = this.#at.seq;
    return this.#check;
  }

  async #part(part: HistoryPart, startSeq: number): Promise<void> {
    const name = `history/${path.basename(part.file)}`;
    const before = this.#at.seq;
    this.#at.file = name;
    if (part.firstSeq > before + 1) this.#missing(before + 1, part.firstSeq - 1, name);
    let broken: BrokenStretch | null = null;
    for await (const stretch of scanFile(this.#disk, part.file, this.#files.cipher)) {
      if (stretch.kind === 'broken') broken = this.#broken(name, stretch, broken);
      else {
        this.#line(name, stretch.line, stretch.parsed, Math.max(startSeq, Math.min(before, part.firstSeq - 1)));
        broken = null;
        if (!stretch.terminated) this.#findings.problem(name, `${name}, line ${stretch.line}: its line feed is missing.`);
      }
    }
    if (this.#at.seq < part.lastSeq) this.#missing(this.#at.seq + 1, part.lastSeq, name);
  }

  async #journal(): Promise<void> {
    const name = 'journal.ndjson';
    const before = this.#at.seq;
    const broken: BrokenStretch[] = [];
    let skippedTo = 0;
    let last: BrokenStretch | null = null;
    for await (const stretch of scanFile(this.#disk, this.#files.journal, this.#files.cipher)) {
      if (stretch.kind === 'broken') {
        broken.push(stretch);
        continue;
      }
      for (const earlier of broken.splice(0)) last = this.#broken(name, earlier, last);
      last = null;
      const { seq } = stretch.parsed.entry;
      if (seq <= before) skippedTo = Math.max(skippedTo, seq);
      else this.#line(name, stretch.line, stretch.parsed, before);
    }
    if (broken.length > 0 && isTorn(broken)) this.#check.tornBytes = broken.reduce((sum, { length }) => sum + length, 0);
    else for (const earlier of broken) last = this.#broken(name, earlier, last);
    const snapshotSeq = Math.max(0, ...this.#anchors.map(({ data }) => data.seq));
    if (skippedTo > 0 && this.#at.seq === before && skippedTo <= snapshotSeq) {
      this.#findings.problem(
        name,
        `journal.ndjson is an older copy: it ends at change ${skippedTo}, which is in the history already. Changes after ${Math.max(before, snapshotSeq)} may be missing.`,
      );
    }
  }

  /** @param skipTo lines up to this number may stand here a second time. */
  #line(file: string, line: number, { entry, chain, json }: ParsedLine, skipTo: number): void {
    if (entry.seq <= this.#at.seq) {
      if (entry.seq > skipTo) this.#findings.problem(file, `${file}, line ${line}: change ${entry.seq} stands there twice.`);
      return;
    }
    if (entry.seq > this.#at.seq + 1) {
      this.#missing(this.#at.seq + 1, entry.seq - 1, file);
      this.#at.chain = null;
    }
    if (this.#at.chain !== null && nextChain(this.#at.chain, json) !== chain) {
      this.#findings.problem(file, `${file}, line ${line}: change ${entry.seq} does not follow from the one before it.`);
    }
    this.#at = { seq: entry.seq, chain, file };
    this.#check.entries += 1;
    if (entry.seq > this.#keepAfter) this.#check.kept.push(entry);
    this.#meetAnchors(entry.seq);
  }

  #meetAnchors(seq: number): void {
    for (const { file, data } of this.#anchors) {
      if (data.seq !== seq || this.#at.chain === null || data.chain === this.#at.chain) continue;
      this.#findings.problem(file, `${file} does not follow from the history: at change ${seq} they differ.`);
    }
  }

  /** Stretches of broken bytes that touch are one thing to a person. @returns the stretch, to be given with the next one. */
  #broken(file: string, stretch: BrokenStretch, previous: BrokenStretch | null): BrokenStretch {
    this.#at.chain = null;
    if (!previous) this.#findings.problem(file, `${file}, line ${stretch.line}: ${faultInWords(stretch.fault)}.`);
    return stretch;
  }

  #missing(from: number, to: number, file: string): void {
    const which = from === to ? `change ${from} is` : `changes ${from} to ${to} are`;
    this.#findings.problem(file, `${file}: ${which} missing.`);
    this.#at = { seq: to, chain: null, file };
  }
}
