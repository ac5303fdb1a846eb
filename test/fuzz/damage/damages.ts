// Kinds of damage, each done to a copy of a study's folder.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { SeededRandom } from '#shared/domain/themes/seeded-random';

import type { TrueStudy } from './true-study.ts';

/** What was done, in words that let a person do it again. */
export interface Damage {
  what: string;
  /**
   * The damage can leave an earlier state of the study without any trace: whole lines cut off the end, files of an earlier moment.
   * Nothing in such a folder is wrong; it is the study as it once was.
   */
  mayGoBack: boolean;
}

type DamageKind = (folder: string, study: TrueStudy, random: SeededRandom) => Damage | null;

/** Files of a study, relative, with their content; locks left out. */
export function studyFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.lock'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

function pickFile(folder: string, random: SeededRandom, wanted: (file: string) => boolean = () => true): string | null {
  const files = studyFiles(folder).filter(wanted);
  // The few files that hold everything are hit as often as the many transcripts and parts together.
  const main = files.filter((file) => !file.includes(path.sep));
  const from = random.below(2) === 0 && main.length > 0 ? main : files;
  return from[random.below(from.length)] ?? null;
}

function change(folder: string, file: string, work: (bytes: Buffer) => Buffer): void {
  const full = path.join(folder, file);
  writeFileSync(full, work(readFileSync(full)));
}

const flipBits: DamageKind = (folder, _study, random) => {
  const file = pickFile(folder, random);
  if (file === null) return null;
  const count = 1 + random.below(3);
  const places: string[] = [];
  change(folder, file, (bytes) => {
    for (let flip = 0; flip < count && bytes.length > 0; flip += 1) {
      const offset = random.below(bytes.length);
      const bit = random.below(8);
      bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit);
      places.push(`${offset}.${bit}`);
    }
    return bytes;
  });
  return { what: `flip ${file} ${places.join(' ')}`, mayGoBack: false };
};

const truncate: DamageKind = (folder, _study, random) => {
  const file = pickFile(folder, random);
  if (file === null) return null;
  const bytes = readFileSync(path.join(folder, file));
  if (bytes.length === 0) return null;
  const near = random.below(2) === 0;
  const length = near ? Math.max(0, bytes.length - 1 - random.below(800)) : random.below(bytes.length);
  writeFileSync(path.join(folder, file), bytes.subarray(0, length));
  return { what: `truncate ${file} to ${length} of ${bytes.length}`, mayGoBack: file === 'journal.ndjson' };
};

const zeroTail: DamageKind = (folder, _study, random) => {
  const file = pickFile(folder, random);
  if (file === null) return null;
  let what = '';
  change(folder, file, (bytes) => {
    const from = random.below(bytes.length + 1);
    const longer = random.below(2) === 0 ? random.below(4096) : 0;
    what = `zeros ${file} from ${from} of ${bytes.length}, ${longer} more`;
    return Buffer.concat([bytes.subarray(0, from), Buffer.alloc(bytes.length - from + longer)]);
  });
  return { what, mayGoBack: file === 'journal.ndjson' };
};

const zeroBlock: DamageKind = (folder, _study, random) => {
  const file = pickFile(folder, random);
  if (file === null) return null;
  let what = '';
  change(folder, file, (bytes) => {
    const size = [64, 512, 4096][random.below(3)] ?? 64;
    const from = Math.floor(random.below(bytes.length + 1) / size) * size;
    what = `zero block ${file} ${from}+${size}`;
    bytes.fill(0, from, Math.min(bytes.length, from + size));
    return bytes;
  });
  return { what, mayGoBack: file === 'journal.ndjson' };
};

const duplicateBlock: DamageKind = (folder, _study, random) => {
  const file = pickFile(folder, random);
  if (file === null) return null;
  let what = '';
  change(folder, file, (bytes) => {
    const from = random.below(bytes.length + 1);
    const size = 1 + random.below(random.below(2) === 0 ? 64 : 4096);
    const to = random.below(2) === 0 ? Math.min(bytes.length, from + size) : random.below(bytes.length + 1);
    what = `duplicate block ${file} ${from}+${size} at ${to}`;
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, from + size), bytes.subarray(to)]);
  });
  return { what, mayGoBack: false };
};

const removeBlock: DamageKind = (folder, _study, random) => {
  const file = pickFile(folder, random);
  if (file === null) return null;
  let what = '';
  change(folder, file, (bytes) => {
    const from = random.below(bytes.length + 1);
    const size = 1 + random.below(2000);
    what = `remove block ${file} ${from}+${size}`;
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + size)]);
  });
  return { what, mayGoBack: file === 'journal.ndjson' };
};

/** Whole lines of the journal or a part: duplicated, swapped, or taken out. */
const shuffleLines: DamageKind = (folder, _study, random) => {
  const file = pickFile(folder, random, (name) => name.endsWith('.ndjson'));
  if (file === null) return null;
  let what = '';
  let mayGoBack = false;
  change(folder, file, (bytes) => {
    const lines = bytes.toString('latin1').split('\n').slice(0, -1);
    const at = random.below(Math.max(1, lines.length));
    const way = random.below(3);
    if (way === 0) lines.splice(random.below(lines.length + 1), 0, lines[at] ?? '');
    else if (way === 1) lines.splice(at, 1 + random.below(3));
    else [lines[at], lines[at + 1]] = [lines[at + 1] ?? '', lines[at] ?? ''];
    what = `${['duplicate', 'remove', 'swap'][way]} lines ${file} at ${at}`;
    mayGoBack = file === 'journal.ndjson' && way === 1 && at >= lines.length;
    return Buffer.from(lines.map((line) => `${line}\n`).join(''), 'latin1');
  });
  return { what, mayGoBack };
};

const emptyFile: DamageKind = (folder, _study, random) => {
  const file = pickFile(folder, random);
  if (file === null) return null;
  writeFileSync(path.join(folder, file), '');
  return { what: `empty ${file}`, mayGoBack: file === 'journal.ndjson' };
};

const removeFile: DamageKind = (folder, _study, random) => {
  const file = pickFile(folder, random);
  if (file === null) return null;
  rmSync(path.join(folder, file));
  return { what: `remove ${file}`, mayGoBack: file === 'journal.ndjson' };
};

/** Some files as they were at an earlier moment, as a sync program that was not done leaves them. */
const oldFiles: DamageKind = (folder, study, random) => {
  const old = study.earlier[random.below(study.earlier.length)];
  if (old === undefined) return null;
  const files = [...new Set([...studyFiles(folder), ...studyFiles(old)])].filter((file) => !file.startsWith('transcripts'));
  const back = files.filter(() => random.below(2) === 0);
  for (const file of back) takeOver(old, folder, file);
  return { what: `files of ${path.basename(old)}: ${back.join(', ')}`, mayGoBack: true };
};

const oldJournal: DamageKind = (folder, study, random) => {
  const old = study.earlier.filter((place) => existsSync(path.join(place, 'journal.ndjson')));
  const from = old[random.below(Math.max(1, old.length))];
  if (from === undefined) return null;
  takeOver(from, folder, 'journal.ndjson');
  return { what: `journal of ${path.basename(from)}`, mayGoBack: true };
};

function takeOver(from: string, to: string, file: string): void {
  const source = path.join(from, file);
  const target = path.join(to, file);
  if (!existsSync(source)) return rmSync(target, { force: true });
  mkdirSync(path.dirname(target), { recursive: true });
  cpSync(source, target);
}

const conflictCopy: DamageKind = (folder, study, random) => {
  const name =
    ['vault (conflicted copy).json', 'vault.sync-conflict-20260101-120000-ABCDEFG.json', 'journal 2.ndjson', 'vault-LAPTOP.json'][
      random.below(4)
    ] ?? '';
  const old = study.earlier[random.below(study.earlier.length)] ?? folder;
  const source = path.join(old, name.startsWith('journal') ? 'journal.ndjson' : 'vault.json');
  if (!existsSync(source)) return null;
  cpSync(source, path.join(folder, name));
  return { what: `conflict copy ${name}`, mayGoBack: false };
};

const KINDS: Readonly<Record<string, DamageKind>> = {
  flipBits,
  truncate,
  zeroTail,
  zeroBlock,
  duplicateBlock,
  removeBlock,
  shuffleLines,
  emptyFile,
  removeFile,
  oldFiles,
  oldJournal,
  conflictCopy,
};

export const DAMAGE_KINDS = Object.keys(KINDS);

/** Does one to three damages of random kinds. Flips, the most common fault of disks, come up most often. */
export function damageFolder(folder: string, study: TrueStudy, random: SeededRandom): Damage[] {
  const count = random.below(4) === 0 ? 2 + random.below(2) : 1;
  const done: Damage[] = [];
  while (done.length < count) {
    const name = random.below(3) === 0 ? 'flipBits' : (DAMAGE_KINDS[random.below(DAMAGE_KINDS.length)] ?? 'flipBits');
    const damage = KINDS[name]?.(folder, study, random);
    if (damage) done.push(damage);
  }
  return done;
}

/** Cuts a file at an offset: for going through every offset of the last lines. */
export function cutAt(folder: string, file: string, length: number): Damage {
  change(folder, file, (bytes) => bytes.subarray(0, length));
  return { what: `cut ${file} to ${length}`, mayGoBack: file === 'journal.ndjson' };
}
