// Lets the k-th operation on the disk fail, for each k and each kind of fault, and looks at what was answered and what is there after.
import { openVault } from '#core/vault/open-vault';
import type { Vault } from '#core/vault/vault';
import { AppError } from '#shared/lib/app-error';
import { createSeededRandom } from '#shared/domain/themes/seeded-random';

import { type Fault, FAULT_KINDS, FaultyDisk } from './disk/faults.ts';
import { type Interceptor, interceptDisk } from './disk/intercept-disk.ts';
import { fatesToTry } from './disk/crash-states.ts';
import { PowerModel } from './disk/power-model.ts';
import { SimulatedDisk } from './disk/simulated-disk.ts';
import { isSentence } from './workload/is-sentence.ts';
import type { Ledger } from './workload/ledger.ts';
import { countedServices } from './workload/services.ts';
import { migrationsTo } from './workload/test-migrations.ts';
import { WORK_STEPS, type WorkStep, Workload } from './workload/workload.ts';

const STUDY = '/disk/study.plumb';

export interface FaultFigures {
  /** Runs with one fault each, and refusals that were given in them. */
  runs: number;
  refusals: number;
  answered: number;
  /** Runs in which a study was read-only after the fault, and in which writing could be taken up again. */
  readOnly: number;
  mended: number;
  /** Answered edits that were missing afterwards; states that never were; studies that did not open. */
  lost: number;
  wrong: number;
  unopenable: number;
  /** Refusals that are no sentence of ours; flushes tried again on the same file; studies that could not be written again. */
  unworded: number;
  flushedAgain: number;
  notMended: number;
  examples: string[];
}

export function noFaultFigures(): FaultFigures {
  const counts = { runs: 0, refusals: 0, answered: 0, readOnly: 0, mended: 0 };
  return { ...counts, lost: 0, wrong: 0, unopenable: 0, unworded: 0, flushedAgain: 0, notMended: 0, examples: [] };
}

/** What must be nought. */
export function faultFailures(figures: FaultFigures): number {
  const { lost, wrong, unopenable, unworded, flushedAgain, notMended } = figures;
  return lost + wrong + unopenable + unworded + flushedAgain + notMended;
}

export interface FaultOptions {
  seed: number;
  steps: number;
  /** About so many places are tried for each kind; all when absent. */
  places?: number;
  /** A mistake put between the vault and the failing disk, for proving that the campaign sees it. */
  mistake?: Interceptor;
}

/** Every kind of fault, once and for good, at each place of the work. */
export async function runFaults(options: FaultOptions, figures: FaultFigures = noFaultFigures()): Promise<FaultFigures> {
  for (const kind of FAULT_KINDS) {
    for (const persistent of [false, true]) {
      const total = (await runOne(options, { kind, at: Infinity, persistent }, noFaultFigures())).operations;
      const every = options.places === undefined ? 1 : Math.max(1, Math.floor(total / options.places));
      const first = 1 + (options.seed % every);
      for (let at = first; at <= total; at += every) await runOne(options, { kind, at, persistent }, figures);
    }
  }
  return figures;
}

async function runOne(options: FaultOptions, fault: Fault, figures: FaultFigures): Promise<{ operations: number }> {
  const simulated = new SimulatedDisk();
  await simulated.mkdir('/disk');
  await (await simulated.openFolder('/')).sync();
  const faulty = new FaultyDisk(simulated, fault);
  const run = new FaultRun(options, fault, faulty, simulated, figures);
  await run.work();
  if (fault.at !== Infinity) figures.runs += 1;
  return { operations: faulty.operations };
}

class FaultRun {
  readonly #options: FaultOptions;
  readonly #fault: Fault;
  readonly #faulty: FaultyDisk;
  readonly #simulated: SimulatedDisk;
  readonly #figures: FaultFigures;
  #answered = -1;
  #version = 1;
  /** Edits that were refused and may or may not be in the study. */
  #refused = 0;

  constructor(options: FaultOptions, fault: Fault, faulty: FaultyDisk, simulated: SimulatedDisk, figures: FaultFigures) {
    this.#options = options;
    this.#fault = fault;
    this.#faulty = faulty;
    this.#simulated = simulated;
    this.#figures = figures;
  }

  async work(): Promise<void> {
    const { steps, seed } = this.#options;
    const random = createSeededRandom(seed);
    const witness = {
      answered: (seq: number, version: number) => {
        this.#answered = Math.max(this.#answered, seq);
        this.#version = version;
        this.#simulated.acknowledge(seq);
      },
      refused: (step: WorkStep, error: unknown) => this.#refusal(step, error),
      disk: this.#simulated.disk,
    };
    const { mistake } = this.#options;
    const services = countedServices(mistake ? interceptDisk(this.#faulty.disk, mistake) : this.#faulty.disk, 'id');
    let workload: Workload;
    try {
      workload = await Workload.begin(STUDY, services, random, witness);
    } catch (error) {
      this.#refusal('create', error);
      return;
    }
    for (const step of [...WORK_STEPS, ...workload.draw(steps).slice(WORK_STEPS.length)]) await workload.step(step);
    await this.#afterwards(workload);
  }

  async #afterwards(workload: Workload): Promise<void> {
    const { ledger, vault } = workload;
    this.#figures.answered += ledger.seq;
    const inMemory = workload.isClosed ? null : ledger.difference(vault, this.#version);
    if (inMemory) this.#fail('wrong', `in memory: ${inMemory}`);
    await this.#powerCut(ledger);
    const reason = vault.readOnlyReason;
    if (reason) {
      this.#figures.readOnly += 1;
      if (!isSentence(reason.message)) this.#fail('unworded', `read-only without a sentence: ${reason.message}`);
    }
    this.#faulty.lift();
    await this.#takeUpAgain(workload);
    await workload.end().catch((error: unknown) => this.#refusal('close', error));
    await this.#reopen(new SimulatedDisk(this.#now()), ledger, this.#version, 'closed and opened again');
    for (const violation of this.#faulty.violations) this.#fail('flushedAgain', violation);
  }

  /** The disk works again: the study must take edits, after “Try again” or after opening it again. */
  async #takeUpAgain(workload: Workload): Promise<void> {
    try {
      if (workload.isClosed || workload.vault.openedForReading) await workload.step('reopen');
      else if (workload.vault.readOnlyReason) await workload.vault.mend();
      const { seq } = await workload.vault.edit('createTag', { name: 'After the fault' });
      this.#answered = Math.max(this.#answered, seq);
      this.#simulated.acknowledge(seq);
      this.#figures.mended += 1;
      await this.#powerCut(workload.ledger);
    } catch (error) {
      this.#fail('notMended', error instanceof Error ? error.message : String(error));
    }
  }

  /** As if the power went while the fault was there: what had been answered must hold all the same. */
  async #powerCut(ledger: Ledger): Promise<void> {
    const model = new PowerModel(this.#simulated.initial);
    for (const operation of this.#simulated.log) model.take(operation);
    const choices = model.choices();
    const random = createSeededRandom(this.#options.seed + this.#fault.at);
    for (const fates of fatesToTry(choices, random, { exhaustive: 1, samples: 3 })) {
      await this.#reopen(new SimulatedDisk(model.tree(choices, fates)), ledger, this.#version, `power cut, ${fates.join(' ')}`);
    }
  }

  async #reopen(disk: SimulatedDisk, ledger: Ledger, version: number, when: string): Promise<void> {
    let vault: Vault;
    try {
      ({ vault } = await openVault(STUDY, countedServices(disk.disk, 'after'), { migrations: migrationsTo(version) }));
    } catch (error) {
      const details = error instanceof AppError ? JSON.stringify(error.details) : '';
      this.#fail('unopenable', `${when}: ${error instanceof Error ? error.message : String(error)} ${details}`);
      return;
    }
    if (vault.seq < this.#answered) this.#fail('lost', `${when}: ${this.#answered} was answered, the study ends at ${vault.seq}`);
    else if (vault.seq > ledger.seq + this.#refused) this.#fail('wrong', `${when}: ${vault.seq} entries, ${ledger.seq} were made`);
    else if (vault.seq <= ledger.seq) {
      const difference = ledger.difference(vault, version);
      if (difference) this.#fail('wrong', `${when}: ${difference}`);
    }
    for (const source of vault.state.all('sources').values()) {
      await vault.turns(source.id).catch((error: unknown) => this.#fail('lost', `${when}: ${String(error)}`));
    }
  }

  #now() {
    const model = new PowerModel(this.#simulated.initial);
    for (const operation of this.#simulated.log) model.take(operation);
    const choices = model.choices();
    return model.tree(
      choices,
      choices.map((choice) => (choice.kind === 'data' ? 'all' : 'kept')),
    );
  }

  #refusal(step: string, error: unknown): void {
    this.#refused += step === 'burst' ? 1 : 2;
    this.#figures.refusals += 1;
    if (error instanceof AppError && isSentence(error.message)) return;
    this.#fail('unworded', `${step}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  #fail(kind: 'lost' | 'wrong' | 'unopenable' | 'unworded' | 'flushedAgain' | 'notMended', what: string): void {
    const { kind: fault, at, persistent } = this.#fault;
    this.#figures[kind] += 1;
    if (this.#figures.examples.filter((example) => example.startsWith(kind)).length >= 3) return;
    const where = `seed ${this.#options.seed}, ${fault} at ${at}${persistent ? ' and on' : ''} (${this.#faulty.struck})`;
    this.#figures.examples.push(`${kind}: ${where}: ${what}`);
  }
}
