// The history of the open study: days and steps, looking at it as it was, and going back to that.
import { describeChanges } from '#shared/domain/history/describe-changes';
import { type EntryHead, type Step, stepsOf } from '#shared/domain/history/steps';
import { AppError } from '#shared/lib/app-error';
import { foldForSearch } from '#shared/lib/text';
import type { VaultStatus } from '#shared/rpc/answers';
import type { HistoryDay, HistoryOverview, HistoryPage, HistoryStepDetails } from '#shared/rpc/history-answers';

import { type LoadedHeads, loadHeads } from '../history/history-index.ts';
import { dropOldParts } from '../history/history-retention.ts';
import { consentOfToday, keepingConsent } from '#shared/domain/participants/consent-of-today';
import { stateAt, wayBack } from '../history/state-at.ts';
import type { Disk } from '../vault/disk.ts';
import { momentInWords } from '../vault/local-time.ts';
import type { Vault } from '../vault/vault.ts';
import type { Session } from './session.ts';
import type { SettingsService } from './settings.ts';
import { viewOf } from './study-view.ts';

/** Records of one step that are described one by one. */
const DESCRIBED = 60;

export interface HistoryServiceOptions {
  disk: Disk;
  now(): string;
  session: Session;
  settings: SettingsService;
}

/** Heads of one study, read once, and the steps made of them. */
interface Known {
  vault: Vault;
  loaded: Promise<LoadedHeads>;
  steps: { seq: number; list: Step[] } | null;
}

export class HistoryService {
  readonly #options: HistoryServiceOptions;
  #known: Known | null = null;

  constructor(options: HistoryServiceOptions) {
    this.#options = options;
  }

  /** Drops what the person does not want kept, when a study opens. Failures wait for the next opening. */
  attach(vault: Vault): void {
    void this.#dropOld(vault).catch(() => undefined);
  }

  async overview(): Promise<HistoryOverview> {
    const { vault } = this.#options.session;
    const steps = await this.#steps(vault);
    const { startSeq, lostUpTo } = await this.#loaded(vault);
    return { days: daysOf(steps), steps: steps.length, startSeq, lostUpTo, keepMonths: this.#options.settings.keepMonthsOf(vault.id) };
  }

  /** A page of steps, newest first. */
  async steps({ before, limit, filter }: { before: number | null; limit: number; filter: string }): Promise<HistoryPage> {
    const all = await this.#steps(this.#options.session.vault);
    const wanted = foldForSearch(filter.trim());
    const from = before === null ? 0 : all.findIndex(({ seq }) => seq < before);
    const page: Step[] = [];
    for (let index = from; index >= 0 && index < all.length; index += 1) {
      const step = all[index];
      if (!step || !foldForSearch(step.label).includes(wanted)) continue;
      if (page.length === limit) return { steps: page, next: page.at(-1)?.seq ?? null };
      page.push(step);
    }
    return { steps: page, next: null };
  }

  /** What a step changed. @throws AppError('not-found') when its entries can no longer be read. */
  async step(seq: number): Promise<HistoryStepDetails> {
    const { vault } = this.#options.session;
    const step = (await this.#steps(vault)).find((each) => each.seq === seq);
    const seqs = step ? Array.from({ length: step.seq - step.firstSeq + 1 }, (_, index) => step.firstSeq + index) : [];
    const entries = await vault.entries(seqs);
    if (!step || entries.includes(null)) throw new AppError('not-found', 'This step can no longer be read from the history.');
    const changes = describeChanges(entries.map((entry) => entry?.changes ?? []));
    return { changes: changes.slice(0, DESCRIBED), more: Math.max(0, changes.length - DESCRIBED) };
  }

  /** Shows every window the study after an entry, with the consent of today. @throws AppError('not-found') for an entry that is not kept, 'vault-damaged'. */
  async look(seq: number): Promise<VaultStatus> {
    const { session, disk } = this.#options;
    const { vault } = session;
    const at = await this.#timeOf(vault, seq);
    const past = await stateAt(disk, vault, seq);
    past.apply(consentOfToday(past, vault.state));
    return session.lookBack(vault, { seq, at, view: viewOf(vault, past) });
  }

  back(): VaultStatus {
    return this.#options.session.lookAtNow();
  }

  /** Makes the study again what it was; what people agreed to stays as it is today. @throws as look, and as any edit. */
  async restore(seq: number): Promise<{ seq: number; label: string }> {
    const { session, disk } = this.#options;
    const { vault } = session;
    const label = `Restore the study as of ${momentInWords(await this.#timeOf(vault, seq))}`;
    await vault.beforeBulk?.('before-restore');
    await vault.settled();
    const changes = await wayBack(disk, vault.files, vault.seq, seq);
    const restored = await vault.restoreState(label, keepingConsent(changes));
    if (session.status?.lookingBack) session.lookAtNow();
    return { seq: restored, label };
  }

  /** Sets how long steps are kept, and drops what is older. */
  async keep(months: number | null): Promise<void> {
    const { session, settings } = this.#options;
    const { vault } = session;
    if (vault.readOnlyReason) throw vault.readOnlyReason;
    await settings.keepMonths(vault.id, months);
    await this.#dropOld(vault);
  }

  async #dropOld(vault: Vault): Promise<void> {
    const { settings, disk, now } = this.#options;
    const months = settings.keepMonthsOf(vault.id);
    if (months === null || vault.readOnlyReason) return;
    const { heads } = await this.#loaded(vault);
    const dropped = await dropOldParts(disk, vault, heads, months, now());
    if (dropped !== null && this.#known?.vault === vault) this.#known = null;
  }

  async #timeOf(vault: Vault, seq: number): Promise<string> {
    const { heads, startSeq } = await this.#loaded(vault);
    const head = heads[seq - startSeq - 1];
    if (seq < startSeq || seq > vault.seq || (seq > startSeq && head?.seq !== seq)) {
      throw new AppError('not-found', 'The history does not reach back so far. Choose a later step.');
    }
    return head?.at ?? heads[0]?.at ?? this.#options.now();
  }

  async #steps(vault: Vault): Promise<readonly Step[]> {
    const { heads } = await this.#loaded(vault);
    const known = this.#known;
    const seq = heads.at(-1)?.seq ?? 0;
    if (known?.steps?.seq === seq) return known.steps.list;
    const list = stepsOf(heads);
    if (known) known.steps = { seq, list };
    return list;
  }

  /** Reads the heads once; what is announced afterwards is added. */
  #loaded(vault: Vault): Promise<LoadedHeads> {
    if (this.#known?.vault === vault) return this.#known.loaded;
    const fresh: EntryHead[] = [];
    let target = fresh;
    vault.announcements.subscribe(({ entry: { changes, ...head } }) => {
      if (head.seq > (target.at(-1)?.seq ?? 0)) target.push({ ...head, records: changes.length });
    });
    const loaded = loadHeads(this.#options.disk, vault).then((read) => {
      read.heads.push(...fresh.filter(({ seq }) => seq > (read.heads.at(-1)?.seq ?? 0)));
      target = read.heads;
      return read;
    });
    loaded.catch(() => (this.#known = null));
    this.#known = { vault, loaded, steps: null };
    return loaded;
  }
}

/** Days by the clock of this computer, newest first. A clock that jumped back makes one day appear twice rather than steps out of order. */
function daysOf(steps: readonly Step[]): HistoryDay[] {
  const days: HistoryDay[] = [];
  for (const { at, seq } of steps) {
    const day = localDay(at);
    const last = days.at(-1);
    if (last?.day === day) last.steps += 1;
    else days.push({ day, steps: 1, seq });
  }
  return days;
}

const two = (value: number): string => String(value).padStart(2, '0');

function localDay(at: string): string {
  const time = new Date(at);
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
