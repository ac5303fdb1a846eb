// A real study in a real folder whose every state is known: what a damaged copy of it is compared with.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { createSeededRandom, type SeededRandom } from '#shared/domain/themes/seeded-random';
import { AppError } from '#shared/lib/app-error';
import type { JournalEntry } from '#shared/model/journal-entry';
import { COLLECTIONS } from '#shared/model/records/index';
import type { VaultReader } from '#shared/model/vault-state';
import { createVault, openVault } from '#core/vault/open-vault';
import type { Vault, VaultServices } from '#core/vault/vault';

import { inputOf, RANDOM_KINDS } from '../../builders/random-edits.ts';
import { addSource } from '../../builders/temporary-vault.ts';
import { quietDisk } from './quiet-disk.ts';

/** Records by `collection/id`, as JSON with sorted keys. */
export type PlainState = ReadonlyMap<string, string>;

/** A study at rest or as a killed program left it, with everything that is true of it. */
export interface TrueStudy {
  name: string;
  folder: string;
  /** Copies of the folder at earlier moments, oldest first. */
  earlier: string[];
  /** All entries, oldest first, and the state before the first one. */
  entries: JournalEntry[];
  start: PlainState;
  seq: number;
  /** Short names of all states, by number: comparing with each of them costs nothing. */
  digests: bigint[];
}

const TURNS: [string | null, string][] = [
  ['Researcher', 'How did the renewal go last year?'],
  ['Ana', 'Nobody could tell me the price, so I made one up for finance. Straße, naïve, 価格.'],
  ['Ana', 'We lost two weeks waiting for a quote about the price.'],
  ['Ben', 'I never saw a price. The price came last.'],
];

/** Counted ids and times: the same seed gives the same study. */
export function studyServices(name: string): VaultServices {
  let ids = 0;
  let seconds = 0;
  return {
    disk: quietDisk,
    by: 'tester',
    newId: () => `${name}${(ids += 1)}`,
    now: () => new Date(Date.UTC(2026, 0, 1) + (seconds += 1) * 1000).toISOString(),
  };
}

/** Builds the studies of a campaign in a scratch folder: small and larger, closed and killed, with and without history. */
export async function buildStudies(seed: number): Promise<{ scratch: string; studies: TrueStudy[] }> {
  const scratch = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'plumbline-damage-'));
  const random = createSeededRandom(seed);
  const studies: TrueStudy[] = [];
  const plans = [
    { name: 'closed', rounds: 4, edits: 40, close: true },
    { name: 'killed', rounds: 4, edits: 30, close: false },
    { name: 'young', rounds: 1, edits: 12, close: false },
    { name: 'long', rounds: 9, edits: 60, close: false },
  ];
  for (const plan of plans) studies.push(await buildStudy(scratch, plan, random));
  return { scratch, studies };
}

interface StudyPlan {
  name: string;
  /** Checkpoints, and edits between two of them. */
  rounds: number;
  edits: number;
  close: boolean;
}

async function buildStudy(scratch: string, plan: StudyPlan, random: SeededRandom): Promise<TrueStudy> {
  const work = path.join(scratch, `${plan.name}-work.plumb`);
  const services = studyServices(plan.name);
  let { vault } = await createVault(work, 'Damage study', services);
  const start = plainState(vault.state);
  const entries: JournalEntry[] = [];
  const follow = (): void => void vault.announcements.subscribe(({ entry }) => entries.push(structuredClone(entry)));
  follow();
  await addSource(vault, 's1', TURNS, ['Ana', 'Ben']);
  await addSource(vault, 's2', TURNS.slice(1), ['Ana']);
  const earlier: string[] = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    for (let edit = 0; edit < plan.edits; edit += 1) await randomEdit(vault, random);
    if (round === plan.rounds - 1 && !plan.close) break;
    earlier.push(copyOf(work, path.join(scratch, `${plan.name}-${round}a.plumb`)));
    if (round % 2 === 0) await vault.checkpoint();
    else {
      await vault.close();
      ({ vault } = await openVault(work, services));
      follow();
    }
    earlier.push(copyOf(work, path.join(scratch, `${plan.name}-${round}b.plumb`)));
  }
  if (plan.close) await vault.close();
  const folder = copyOf(work, path.join(scratch, `${plan.name}.plumb`));
  const { seq } = vault;
  if (!plan.close) await vault.close();
  const digests = [digest(start)];
  for (const entry of entries) digests.push(entry.changes.reduce(digestAfter, digests.at(-1) ?? 0n));
  return { name: plan.name, folder, earlier, entries, start, seq, digests };
}

/** Without the lock: the copy is nobody's. */
function copyOf(from: string, to: string): string {
  cpSync(from, to, { recursive: true, filter: (file) => !path.basename(file).startsWith('.lock') });
  return to;
}

const WORDS = ['price', 'renewal', 'quote', 'finance', 'Straße', '価格', 'naïve', '🙂', '“quoted”', '{"len":"', "O'Neil", 'a\\b'];

async function randomEdit(vault: Vault, random: SeededRandom): Promise<void> {
  const kind = RANDOM_KINDS[random.below(RANDOM_KINDS.length)] ?? 'createTag';
  const picks = Array.from({ length: 6 }, () => random.below(1000));
  const text = `${WORDS[random.below(WORDS.length)]} ${random.below(100_000)}`;
  try {
    if (kind === 'undo') await vault.undo();
    else if (kind === 'redo') await vault.redo();
    else await vault.edit(kind, inputOf(vault.state, { kind, picks, text }));
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'internal') throw error;
  }
}

export function plainState(reader: VaultReader): PlainState {
  const plain = new Map<string, string>();
  for (const collection of COLLECTIONS) {
    for (const [id, record] of reader.all(collection)) plain.set(`${collection}/${id}`, canonical(record));
  }
  return plain;
}

/** The true state after an entry. */
export function stateAt({ start, entries }: TrueStudy, seq: number): PlainState {
  const plain = new Map(start);
  for (const entry of entries) {
    if (entry.seq > seq) break;
    for (const { collection, id, after } of entry.changes) {
      if (after === null) plain.delete(`${collection}/${id}`);
      else plain.set(`${collection}/${id}`, canonical(after));
    }
  }
  return plain;
}

/** Records add up by XOR of their hashes: the order does not count, taking one away is adding it again. */
export function digest(state: PlainState): bigint {
  return [...state].reduce((sum, [key, record]) => sum ^ digestOfRecord(key, record), 0n);
}

function digestAfter(sum: bigint, { collection, id, before, after }: JournalEntry['changes'][number]): bigint {
  const key = `${collection}/${id}`;
  return sum ^ (before ? digestOfRecord(key, canonical(before)) : 0n) ^ (after ? digestOfRecord(key, canonical(after)) : 0n);
}

function digestOfRecord(key: string, record: string): bigint {
  return BigInt(`0x${createHash('sha256').update(`${key}:${record}`).digest('hex').slice(0, 32)}`);
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}

/** Records that differ, by `collection/id`. */
export function differences(left: PlainState, right: PlainState): string[] {
  return [...new Set([...left.keys(), ...right.keys()])].filter((key) => left.get(key) !== right.get(key));
}
