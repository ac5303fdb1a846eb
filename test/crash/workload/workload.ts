// A stretch of work on a study, drawn from a seed: edits, bursts, imports, checkpoints, undo and redo, reopening, migration.
import { recordSources, storeTranscript } from '#core/services/import-service';
import type { Disk } from '#core/vault/disk';
import { loadVault } from '#core/vault/load-vault';
import { createVault, openVault } from '#core/vault/open-vault';
import type { Vault, VaultServices } from '#core/vault/vault';
import { vaultFiles } from '#core/vault/vault-files';
import type { SeededRandom } from '#shared/domain/themes/seeded-random';

import { inputOf, RANDOM_KINDS } from '../../builders/random-edits.ts';
import { interceptDisk } from '../disk/intercept-disk.ts';
import { systemError } from '../disk/simulated-node.ts';
import { Ledger } from './ledger.ts';
import { migrationsTo } from './test-migrations.ts';

export const WORK_STEPS = [
  'edit',
  'burst',
  'import',
  'undo',
  'redo',
  'checkpoint',
  'undo',
  'reopen',
  'burst',
  'migrate',
  'edit',
  'kill',
] as const;
export type WorkStep = (typeof WORK_STEPS)[number];

/** More of what people do often. */
const DRAWN: readonly WorkStep[] = [
  ...Array.from({ length: 4 }, () => 'edit' as const),
  ...Array.from({ length: 2 }, () => 'burst' as const),
  ...Array.from({ length: 2 }, () => 'undo' as const),
  ...(['import', 'checkpoint', 'redo', 'reopen', 'migrate', 'kill'] as const),
];

/** Who wants to know what was answered. */
export interface WorkWitness {
  /** The program answered: up to this entry, and with this data version, everything must be there for ever. */
  answered(seq: number, version: number): void;
  refused(step: WorkStep, error: unknown): void;
  /** The disk without whatever was put before it. */
  disk: Disk;
}

/** Between one opened vault and the disk; once closed, nothing that it still does arrives, as when its program is killed. */
interface Tap {
  closed: boolean;
}

/** An open study to work on. */
interface Begun {
  vault: Vault;
  tap: Tap;
  version: number;
}

function tapped(services: VaultServices, tap: Tap): VaultServices {
  const disk = interceptDisk(
    services.disk,
    (_, proceed) => (tap.closed ? new Promise(() => undefined) : proceed()),
    (_, proceed) => {
      if (tap.closed) throw systemError('EIO', 'tap');
      return proceed();
    },
  );
  return { ...services, disk };
}

export class Workload {
  readonly folder: string;
  readonly ledger: Ledger;
  vault: Vault;
  tap: Tap;
  readonly #services: VaultServices;
  readonly #random: SeededRandom;
  readonly #witness: WorkWitness;
  #imports = 0;
  #closed = false;
  /** The last entry that was answered. */
  #promised = 0;

  constructor(folder: string, { vault, tap, version }: Begun, services: VaultServices, random: SeededRandom, witness: WorkWitness) {
    this.tap = tap;
    this.folder = folder;
    this.vault = vault;
    this.#services = services;
    this.#random = random;
    this.#witness = witness;
    this.ledger = new Ledger(vault, version);
    this.#follow();
  }

  /** Makes a study and begins. */
  static async begin(folder: string, services: VaultServices, random: SeededRandom, witness: WorkWitness): Promise<Workload> {
    const tap = { closed: false };
    const { vault } = await createVault(folder, 'Crash study', tapped(services, tap));
    witness.answered(0, 1);
    return new Workload(folder, { vault, tap, version: 1 }, services, random, witness);
  }

  /** One drawn step that is none of these. */
  drawOne(except: readonly WorkStep[]): WorkStep {
    const allowed = DRAWN.filter((step) => !except.includes(step));
    return allowed[this.#random.below(allowed.length)] ?? 'edit';
  }

  /** The steps of a run: some of each kind first, so that short runs have everything, then drawn ones. */
  draw(count: number): WorkStep[] {
    const drawn = Array.from({ length: count }, () => DRAWN[this.#random.below(DRAWN.length)] ?? 'edit');
    return [...WORK_STEPS, ...drawn].slice(0, Math.max(count, WORK_STEPS.length));
  }

  /** True when the last closing or kill was not followed by an opening: it was refused. */
  get isClosed(): boolean {
    return this.#closed;
  }

  /** Closes the study, unless its program is dead. */
  async end(): Promise<void> {
    if (!this.tap.closed) await this.vault.close();
  }

  /** Does one step. Refusals go to the witness, and the vault that was refused stays. */
  async step(step: WorkStep): Promise<void> {
    try {
      await this.#do(step);
    } catch (error) {
      this.#witness.refused(step, error);
    }
  }

  async #do(step: WorkStep): Promise<void> {
    // Nobody can work in a program that was killed: it is started again first.
    if (this.tap.closed) await this.#openAgain(this.ledger.version);
    if (step === 'edit') return this.#edit();
    if (step === 'import') return this.#import();
    if (step === 'checkpoint') return this.#checkpoint();
    if (step === 'undo' || step === 'redo') return this.#answered((await this.vault[step]()).seq);
    if (step === 'reopen') return this.#reopen(this.ledger.version);
    if (step === 'migrate') return this.#reopen(this.ledger.version + 1);
    if (step === 'kill') return this.#kill();
    await this.#burst(2 + this.#random.below(5));
  }

  /** One drawn edit; those that make no sense in this state are refused by the vault, which is part of the test. */
  async #edit(): Promise<void> {
    const noSources = this.vault.state.all('sources').size === 0;
    const kinds = RANDOM_KINDS.filter((kind) => kind !== 'undo' && kind !== 'redo' && !(noSources && kind === 'importQuotes'));
    const kind = kinds[this.#random.below(kinds.length)] ?? 'createTag';
    const picks = Array.from({ length: 6 }, () => this.#random.below(1000));
    const text = `Words ${this.#random.below(100_000)} äöü ${'x'.repeat(this.#random.below(40))}`;
    const { seq } = await this.vault.edit(kind, inputOf(this.vault.state, { kind, picks, text }));
    this.#answered(seq);
  }

  /** Edits of one tick: they share a write. */
  async #burst(count: number): Promise<void> {
    const names = Array.from({ length: count }, () => `Tag ${this.#random.below(1_000_000)}`);
    const edits = names.map((name) => this.vault.edit('createTag', { name }).then(({ seq }) => this.#answered(seq)));
    const refusals = (await Promise.allSettled(edits)).flatMap((edit) => (edit.status === 'rejected' ? [edit.reason as unknown] : []));
    for (const refusal of refusals) this.#witness.refused('burst', refusal);
  }

  async #import(): Promise<void> {
    const number = (this.#imports += 1);
    const turns = ['What changed?', 'The price did, and nobody told us.', 'We went on as before.'].map((text, index) => ({
      speaker: index === 0 ? 'Researcher' : 'Ana',
      text: `${text} ${this.#random.below(1000)}`,
      startMs: null,
      endMs: null,
    }));
    const parsed = { format: 'text', encoding: 'utf-8', speakers: ['Researcher', 'Ana'], turns, warnings: [] } as const;
    const source = await storeTranscript(
      this.vault,
      this.#services.newId(),
      `talk-${number}.txt`,
      { ...parsed, speakers: [...parsed.speakers], warnings: [] },
      {
        title: `Talk ${number}`,
        kind: 'interview',
        heldOn: null,
        participantId: null,
        speakers: [
          { label: 'Researcher', role: 'interviewer', participantId: null },
          { label: 'Ana', role: 'participant', participantId: null, newParticipantName: `Ana ${number}` },
        ],
      },
    );
    await recordSources(this.vault, [source]);
    this.#answered(this.ledger.seq);
  }

  /** Edits go on while the checkpoint is written. */
  async #checkpoint(): Promise<void> {
    const writing = this.vault.checkpoint();
    writing.catch(() => undefined);
    await this.#burst(2);
    await writing;
  }

  async #reopen(version: number): Promise<void> {
    // Entries of a study that is open were all answered; those that are found later may not have been.
    if (!this.#closed && !this.vault.openedForReading) this.#promised = this.ledger.seq;
    this.#closed = true;
    await this.vault.close();
    await this.#openAgain(version);
  }

  /** The program stops in the middle of what it does, and another one opens the study. */
  async #kill(): Promise<void> {
    const { tap } = this;
    void this.vault.checkpoint().catch(() => undefined);
    const edits = ['one', 'two'].map((name) =>
      this.vault.edit('createTag', { name }).then(({ seq }) => !tap.closed && this.#answered(seq)),
    );
    for (const edit of edits) edit.catch(() => undefined);
    for (let ticks = this.#random.below(60); ticks > 0; ticks -= 1) await new Promise((resolve) => setImmediate(resolve));
    tap.closed = true;
    this.#closed = true;
    await this.#openAgain(this.ledger.version);
  }

  async #openAgain(version: number): Promise<void> {
    const answered = this.#promised;
    await this.#adopt();
    // The program that is started next may be of the newer version, and must open what it finds.
    this.#witness.answered(answered, this.ledger.version);
    if (version > this.ledger.version) this.ledger.migrate(version);
    this.#witness.answered(answered, version);
    const tap = { closed: false };
    this.vault = (await openVault(this.folder, tapped(this.#services, tap), { migrations: migrationsTo(version) })).vault;
    this.tap = tap;
    this.#closed = false;
    this.#follow();
  }

  /** After a fault or a kill the study may hold entries that nobody was promised: they are read past the fault. */
  async #adopt(): Promise<void> {
    const loaded = await loadVault(this.#witness.disk, vaultFiles(this.folder), migrationsTo(this.ledger.version)).catch(() => null);
    if (loaded) this.ledger.adopt(loaded);
  }

  #follow(): void {
    this.vault.announcements.subscribe((announcement) => this.ledger.take(announcement));
  }

  #answered(seq: number): void {
    this.#promised = Math.max(this.#promised, seq);
    this.#witness.answered(seq, this.ledger.version);
  }
}
