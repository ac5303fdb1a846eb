// Which files of a study's folder say that they are of another study: somebody put them there, or put the snapshot there.
import type { Disk } from './disk.ts';
import { openBytes } from './byte-source.ts';
import { listHistoryParts } from './history.ts';
import { readHistoryStart } from './history-start.ts';
import { firstChain, nextChain } from './journal-line.ts';
import { readEntry } from './read-entry.ts';
import type { VaultFiles } from './vault-files.ts';

const LINE_FEED = 0x0a;
/** Longest first line that is looked at (bytes); a longer one tells nothing here. */
const LONGEST_FIRST = 4 * 1024 * 1024;
const HEAD_BYTES = 600;

/**
 * Files of the folder, by name, that are not of the study with this id: vault.previous.json names another one, or the first change of all, in the oldest
 * part of the history or in the journal, does not begin where this study begins. An encrypted study needs no such look: files of another one do not open.
 * @throws the operating system's error.
 */
export async function foreignFiles(disk: Disk, files: VaultFiles, vaultId: string): Promise<string[]> {
  if (files.cipher.encrypted) return [];
  const foreign: string[] = [];
  const previous = await idInHead(disk, files.previousSnapshot);
  if (previous !== null && previous !== vaultId) foreign.push('vault.previous.json');
  if (await readHistoryStart(disk, files)) return foreign;
  const [oldest] = await listHistoryParts(disk, files);
  for (const [file, name] of [[oldest?.file, 'history'] as const, [files.journal, 'journal.ndjson'] as const]) {
    if (file !== undefined && (await beginsElsewhere(disk, files, file, vaultId))) foreign.push(name);
  }
  return foreign;
}

/** True when the file begins with change 1 and that does not follow from the beginning of this study. */
async function beginsElsewhere(disk: Disk, files: VaultFiles, file: string, vaultId: string): Promise<boolean> {
  const source = await openBytes(disk, file);
  if (!source) return false;
  try {
    const bytes = await source.read(0, Math.min(source.size, LONGEST_FIRST));
    const end = bytes.indexOf(LINE_FEED);
    const parsed = end < 0 ? null : readEntry(bytes.subarray(0, end), files.cipher);
    if (parsed === null || typeof parsed === 'string' || parsed.entry.seq !== 1) return false;
    return nextChain(firstChain(vaultId), parsed.json) !== parsed.chain;
  } finally {
    await source.close();
  }
}

/** The id in the head of a plain snapshot, as far as it can be told without reading all of it. */
async function idInHead(disk: Disk, file: string): Promise<string | null> {
  const source = await openBytes(disk, file);
  if (!source) return null;
  try {
    const head = (await source.read(0, HEAD_BYTES)).toString('latin1');
    return /^\{"format":"plumbline-vault",.*?"vaultId":"([A-Za-z0-9_-]{1,64})"/s.exec(head)?.[1] ?? null;
  } finally {
    await source.close();
  }
}

/** The sentence about them. @param names as `foreignFiles` gives them; not empty. */
export function foreignInWords(names: readonly string[]): string {
  if (names.length === 1 && names[0] === 'journal.ndjson')
    return 'journal.ndjson is of another study: somebody put it there. Changes of this one may be missing.';
  const others = names.map((name) => (name === 'history' ? 'the history' : name)).join(' and ');
  return `vault.json is of another study than ${others}: somebody put one in the place of the other.`;
}
