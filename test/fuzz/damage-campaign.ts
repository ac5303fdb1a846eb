// Damages copies of real studies at random and looks at what opening, checking and repairing make of them.
//   node test/fuzz/damage-campaign.ts --rounds 10000 --seed 1 [--no-cuts] [--keep]
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { checkFolder } from '#core/services/check';
import { openVault } from '#core/vault/open-vault';
import { repairVault } from '#core/vault/salvage/repair';
import { vaultFiles } from '#core/vault/vault-files';
import { createSeededRandom } from '#shared/domain/themes/seeded-random';
import { AppError } from '#shared/lib/app-error';
import type { RecoveryReport } from '#shared/model/recovery-report';

import { cutAt, type Damage, damageFolder, studyFiles } from './damage/damages.ts';
import { judgeOpened, judgeReported } from './damage/judge.ts';
import { quietDisk } from './damage/quiet-disk.ts';
import { buildStudies, plainState, studyServices, type TrueStudy } from './damage/true-study.ts';

export interface DamageFigures {
  rounds: number;
  /** Damages by kind. */
  kinds: Record<string, number>;
  /** Opened without asking: with the true state; with an earlier state that the damage leaves without a trace; after saying what was put aside. */
  openedTrue: number;
  openedEarlier: number;
  openedWithNotice: number;
  /** Refused with a report; of those: opened on consent and repaired, nothing missing / what is missing listed; nothing readable. */
  refused: number;
  savedWhole: number;
  savedListed: number;
  savedEarlier: number;
  unreadable: number;
  /** Repaired studies that `check` finds sound, and those that only lack transcripts which the report names. */
  repairedSound: number;
  repairedButTranscripts: number;
  /** What must be zero. */
  silent: number;
  crashes: number;
  unreported: number;
  unsound: number;
  touched: number;
  uncheckable: number;
  /** The first failures, to be done again by hand. */
  examples: string[];
}

const COUNTS = {
  ...{ openedTrue: 0, openedEarlier: 0, openedWithNotice: 0, refused: 0, savedWhole: 0, savedListed: 0, savedEarlier: 0, unreadable: 0 },
  ...{ repairedSound: 0, repairedButTranscripts: 0, silent: 0, crashes: 0, unreported: 0, unsound: 0, touched: 0, uncheckable: 0 },
};
type Failure = 'silent' | 'crashes' | 'unreported' | 'unsound' | 'touched' | 'uncheckable';

/** Runs a campaign. @param cuts also goes through every offset of the last lines of journal and history. */
export async function runDamageCampaign(rounds: number, seed: number, { cuts = false, keep = false } = {}): Promise<DamageFigures> {
  const figures: DamageFigures = { rounds: 0, kinds: {}, ...COUNTS, examples: [] };
  const { scratch, studies } = await buildStudies(seed);
  try {
    for (const study of cuts ? studies : []) await cutEverywhere(scratch, study, figures);
    for (let round = 0; round < rounds; round += 1) {
      const random = createSeededRandom(seed * 1_000_003 + round);
      const study = studies[random.below(studies.length)];
      if (study) await inCopy(scratch, study, figures, (folder) => damageFolder(folder, study, random), `round ${round}`);
    }
  } finally {
    if (!keep || figures.examples.length === 0) rmSync(scratch, { recursive: true, force: true });
    else console.error(`Studies are kept in ${scratch}`);
  }
  return figures;
}

/** Every offset of the last three lines of the journal and of the last history part. */
async function cutEverywhere(scratch: string, study: TrueStudy, figures: DamageFigures): Promise<void> {
  const parts = studyFiles(study.folder).filter((file) => file.endsWith('.ndjson'));
  for (const file of parts.slice(-2)) {
    const bytes = readFileSync(path.join(study.folder, file));
    let from = bytes.length;
    for (let line = 0; line < 4 && from > 0; line += 1) from = bytes.lastIndexOf(0x0a, from - 1);
    for (let length = Math.max(0, from + 1); length < bytes.length; length += 7) {
      await inCopy(scratch, study, figures, (folder) => [cutAt(folder, file, length)], `cut ${length}`);
    }
  }
}

async function inCopy(
  scratch: string,
  study: TrueStudy,
  figures: DamageFigures,
  damage: (folder: string) => Damage[],
  name: string,
): Promise<void> {
  const folder = path.join(scratch, 'round.plumb');
  rmSync(folder, { recursive: true, force: true });
  cpSync(study.folder, folder, { recursive: true });
  const damages = damage(folder);
  figures.rounds += 1;
  for (const { what } of damages) {
    const kind = what.split(' ')[0] ?? '';
    figures.kinds[kind] = (figures.kinds[kind] ?? 0) + 1;
  }
  const round = new Round(
    scratch,
    folder,
    study,
    damages,
    figures,
    `${study.name}, ${name}: ${damages.map(({ what }) => what).join('; ')}`,
  );
  await round.run();
}

class Round {
  readonly #scratch: string;
  readonly #folder: string;
  readonly #study: TrueStudy;
  readonly #mayGoBack: boolean;
  readonly #figures: DamageFigures;
  readonly #name: string;

  constructor(scratch: string, folder: string, study: TrueStudy, damages: readonly Damage[], figures: DamageFigures, name: string) {
    this.#scratch = scratch;
    this.#folder = folder;
    this.#study = study;
    this.#mayGoBack = damages.some(({ mayGoBack }) => mayGoBack);
    this.#figures = figures;
    this.#name = name;
  }

  async run(): Promise<void> {
    try {
      const before = this.#content();
      const ok = await this.#check();
      if (this.#content() !== before) this.#fail('touched', 'check wrote something');
      const copy = path.join(this.#scratch, 'opened.plumb');
      this.#copyTo(copy);
      const refusal = await this.#open(copy, ok);
      if (refusal === null) return;
      this.#figures.refused += 1;
      if (ok) this.#fail('uncheckable', `check found nothing, opening did: ${refusal.message}`);
      const asked = this.#content(copy);
      if (asked !== before) this.#fail('touched', 'a refused opening wrote something');
      const readable = await this.#repair();
      if (this.#content() !== before) this.#fail('touched', 'repair wrote into the damaged folder');
      if (readable) await this.#accept(copy);
    } catch (error) {
      this.#fail('crashes', error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error));
    }
  }

  #copyTo(target: string): void {
    rmSync(target, { recursive: true, force: true });
    cpSync(this.#folder, target, { recursive: true });
  }

  #content(folder = this.#folder): string {
    return studyFiles(folder)
      .map((file) => `${file} ${readFileSync(path.join(folder, file)).toString('base64')}`)
      .join('\n');
  }

  /** @returns whether the check found nothing. */
  async #check(): Promise<boolean> {
    try {
      return (await checkFolder(quietDisk, vaultFiles(this.#folder))).ok;
    } catch (error) {
      if (error instanceof AppError && error.code === 'vault-missing') return false;
      throw error;
    }
  }

  /** @returns the refusal, or null when the study opened. */
  async #open(folder: string, ok: boolean): Promise<AppError | null> {
    try {
      const { vault, notices } = await openVault(folder, studyServices('opened'));
      const state = plainState(vault.state);
      await vault.close();
      this.#judgeOpened(judgeOpened(state, this.#study), notices.length > 0, ok);
      return null;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'vault-damaged') return error;
      if (error.code === 'vault-missing' && !this.#holdsAnything()) this.#figures.unreadable += 1;
      else this.#fail('unreported', `${error.code}: ${error.message}`);
      return null;
    }
  }

  #judgeOpened(verdict: ReturnType<typeof judgeOpened>, said: boolean, ok: boolean): void {
    if (verdict === 'true') this.#figures.openedTrue += 1;
    else if (verdict === 'earlier' && said) this.#figures.openedWithNotice += 1;
    else if (verdict === 'earlier' && this.#mayGoBack) this.#figures.openedEarlier += 1;
    else this.#fail('silent', `opened with a state that is ${verdict}${said ? ', with a notice' : ''}${ok ? ', check ok' : ''}`);
  }

  #holdsAnything(): boolean {
    return ['vault.json', 'vault.previous.json', 'journal.ndjson'].some((name) => existsSync(path.join(this.#folder, name)));
  }

  /** @returns whether anything could be read. */
  async #repair(): Promise<boolean> {
    const target = path.join(this.#scratch, 'repaired.plumb');
    rmSync(target, { recursive: true, force: true });
    const to = vaultFiles(target);
    const report = await repairVault(quietDisk, vaultFiles(this.#folder), to, { now: '2026-02-01T00:00:00.000Z', newVaultId: 'repaired' });
    if (!report.readable) {
      this.#figures.unreadable += 1;
      if (existsSync(to.snapshot)) this.#fail('unsound', 'nothing was readable, yet something was written');
      return false;
    }
    const check = await checkFolder(quietDisk, to);
    const named = new Set(report.transcripts.map(({ file }) => file));
    if (check.ok) this.#figures.repairedSound += 1;
    else if (check.problems.every(({ file }) => named.has(file))) this.#figures.repairedButTranscripts += 1;
    else
      this.#fail(
        'unsound',
        `repaired: ${check.problems
          .map(({ what }) => what)
          .slice(0, 3)
          .join(' ')}`,
      );
    const { vault, notices } = await openVault(target, studyServices('repaired'));
    if (notices.some((notice) => !notice.includes('transcript'))) this.#fail('unsound', `repaired study opens with: ${notices.join(' ')}`);
    this.#judgeSaved(plainState(vault.state), report, 'repaired');
    await vault.close();
    return true;
  }

  /** Opens on consent, in one way or the other, and once more. */
  async #accept(folder: string): Promise<void> {
    const lastGoodPoint = this.#name.length % 2 === 0;
    const { vault } = await openVault(folder, studyServices('accepted'), { acceptDamage: true, lastGoodPoint });
    const state = plainState(vault.state);
    const [place = ''] = readdirSync(path.join(folder, 'quarantine'));
    const report = JSON.parse(readFileSync(path.join(folder, 'quarantine', place, 'report.json'), 'utf8')) as RecoveryReport;
    this.#judgeSaved(state, report, lastGoodPoint ? 'at the last good point' : 'accepted');
    await vault.edit('createTag', { id: 'afterwards', name: 'Afterwards' });
    await vault.close();
    const check = await checkFolder(quietDisk, vaultFiles(folder));
    const excused = new Set([...report.transcripts.map(({ file }) => file), ...report.conflictCopies]);
    const problems = check.problems.filter(({ file }) => !excused.has(file));
    if (problems.length > 0)
      this.#fail(
        'unsound',
        `accepted: ${problems
          .map(({ what }) => what)
          .slice(0, 3)
          .join(' ')}`,
      );
    const again = await openVault(folder, studyServices('again'));
    if (!again.vault.state.get('tags', 'afterwards')) this.#fail('silent', 'an edit after recovery is gone');
    await again.vault.close();
  }

  #judgeSaved(state: ReturnType<typeof plainState>, report: RecoveryReport, how: string): void {
    const { verdict, example } = judgeReported(state, this.#study, report, this.#mayGoBack);
    if (verdict === 'true') this.#figures.savedWhole += 1;
    else if (verdict === 'listed') this.#figures.savedListed += 1;
    else if (verdict === 'earlier') this.#figures.savedEarlier += 1;
    else this.#fail('silent', `${how}: not explained: ${example}`);
  }

  #fail(kind: Failure, what: string): void {
    this.#figures[kind] += 1;
    if (this.#figures.examples.length < 12) this.#figures.examples.push(`${kind}: ${this.#name}: ${what}`);
  }
}

/** True when nothing happened that must not. */
export function isClean({ silent, crashes, unreported, unsound, touched, uncheckable }: DamageFigures): boolean {
  return silent + crashes + unreported + unsound + touched + uncheckable === 0;
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      'no-cuts': { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  });
  const started = Date.now();
  const figures = await runDamageCampaign(Number(values.rounds), Number(values.seed), { cuts: !values['no-cuts'], keep: values.keep });
  console.log(JSON.stringify({ seed: Number(values.seed), seconds: Math.round((Date.now() - started) / 1000), ...figures }, null, 1));
  process.exitCode = isClean(figures) ? 0 : 1;
}
