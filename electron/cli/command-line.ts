// What every command of the command line works with: arguments, output as JSON lines or words, an open vault.
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import { makeId } from '#shared/lib/ids';
import { diskError, nodeDisk } from '#core/vault/disk';
import { isoClock } from '../core/vault/iso-clock.ts';
import { createVault, openWholeVault } from '#core/vault/open-vault';
import { backUp } from '#core/backups/backup-vault';
import type { BackupReason } from '#core/backups/backup-manifest';
import { DEFAULT_BOUNDS } from '#core/backups/retention';
import { findHistoryGaps, gapsInWords } from '#core/history/history-gaps';
import type { Background } from '#core/services/background';
import { verifierFor } from '#core/services/backup-service';
import type { ProgramFiles } from '#core/services/program-files';
import { readableFiles } from '#core/vault/unlock-vault';
import type { Vault, VaultServices } from '#core/vault/vault';
import { type VaultFiles, vaultFiles } from '#core/vault/vault-files';

import { givenSecret, type SecretAsked, typedSecret } from './secrets.ts';
import type { Streams } from './streams.ts';

export interface CommandArguments {
  /** Words after the command. */
  words: readonly string[];
  json: boolean;
  options: Readonly<Record<string, string | boolean | undefined>>;
}

/** What whoever runs a command gives it. */
export interface Surroundings {
  program: ProgramFiles;
  background: Background;
  streams: Streams;
}

/** What a command may use. */
export interface CommandLine extends CommandArguments, Surroundings {
  /** Disk, clock, ids and name for what works on a vault. */
  services: VaultServices;
  newId(): string;
  now(): string;
  /** Prints one object as one line of JSON; without --json its sentence instead. */
  print(object: unknown, sentence: string): void;
  /** Says something to the person, on standard error. */
  say(sentence: string): void;
  /** Remembers that something failed: the process ends with this code, 1 by default. */
  failed(code?: number): void;
  /** Opens the vault of the first word, runs the work, closes it (checkpoint included). */
  withVault<T>(work: (vault: Vault) => Promise<T>): Promise<T>;
  /** The files of the vault of the first word, for reading only and without its lock. */
  filesForReading(): Promise<VaultFiles>;
  /** As withVault, for commands that only look: takes no lock and writes nothing, so that the study may be open elsewhere. */
  withVaultToRead<T>(work: (vault: Vault) => Promise<T>): Promise<T>;
  /** As withVault, for another folder. */
  withVaultAt<T>(folder: string, work: (vault: Vault) => Promise<T>): Promise<T>;
  /** Makes the vault of the first word and opens it for the work. */
  withNewVault<T>(name: string, passphrase: string | undefined, work: (vault: Vault) => Promise<T>): Promise<T>;
}

/** A command: its usage line and its work. */
export interface CliCommand {
  usage: string;
  /** Words it needs at least. */
  least: number;
  run(line: CommandLine): Promise<void>;
}

export function createCommandLine(given: CommandArguments, surroundings: Surroundings, onFailure: (code?: number) => void): CommandLine {
  const { stdout, stderr } = surroundings.streams;
  const newId = (): string => makeId(randomBytes);
  const now = isoClock();
  const coder = given.options['by'];
  const services: VaultServices = { disk: nodeDisk, now, newId, by: typeof coder === 'string' ? coder.slice(0, 200) : loginName() };
  const say = (sentence: string): void => void stderr.write(`${sentence}\n`);
  const asked: SecretAsked = { options: given.options, streams: surroundings.streams };
  const folder = (): string => path.resolve(given.words[0] ?? '');
  const use = async <T>(opened: { vault: Vault; notices: string[] }, work: (vault: Vault) => Promise<T>): Promise<T> => {
    const gaps = await findHistoryGaps(nodeDisk, opened.vault).catch(() => []);
    for (const notice of [...opened.notices, gapsInWords(gaps)]) if (notice !== null) say(notice);
    opened.vault.beforeBulk = (reason) => backupBefore(opened.vault, reason, now).catch(() => undefined);
    try {
      return await work(opened.vault);
    } finally {
      await opened.vault.close();
    }
  };
  const withVaultAt = async <T>(place: string, work: (vault: Vault) => Promise<T>): Promise<T> => {
    const takeOver = given.options['take-over'];
    const options = { takeOver: typeof takeOver === 'string' ? takeOver : undefined };
    const opened = await withSecret(asked, (secret) => openWholeVault(place, services, { ...options, secret }));
    // A folder that cannot be written opens for looking; a command that is here to change something must say so.
    if (!opened.vault.readOnlyReason) return use(opened, work);
    await opened.vault.close();
    throw opened.vault.readOnlyReason;
  };
  return {
    ...given,
    ...surroundings,
    services,
    newId,
    now,
    say,
    print: (object, sentence) => void stdout.write(`${given.json ? JSON.stringify(object) : sentence}\n`),
    failed: onFailure,
    withVault: (work) => withVaultAt(folder(), work),
    withVaultAt,
    withVaultToRead: async (work) =>
      use(await withSecret(asked, (secret) => openWholeVault(folder(), services, { readOnly: true, secret })), work),
    filesForReading: () => withSecret(asked, (secret) => readableFiles(nodeDisk, vaultFiles(folder()), secret)),
    withNewVault: async (name, passphrase, work) => use(await createVault(folder(), name, services, passphrase), work),
  };
}

/** Works with the passphrase that was given, or with one that is typed when the study is encrypted and none was. */
async function withSecret<T>(asked: SecretAsked, work: (secret: string | undefined) => Promise<T>): Promise<T> {
  const secret = await givenSecret(asked.options, 'passphrase');
  try {
    return await work(secret);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'passphrase' || secret !== undefined) throw error;
    return work(await typedSecret(asked, 'passphrase', 'Passphrase'));
  }
}

async function backupBefore(vault: Vault, reason: BackupReason, now: () => string): Promise<void> {
  await backUp(vault, reason, { disk: nodeDisk, now, bounds: DEFAULT_BOUNDS, verify: verifierFor(vault, nodeDisk) });
}

function loginName(): string {
  try {
    return os.userInfo().username.slice(0, 200);
  } catch {
    return '';
  }
}

/** What can be done on the command line about a refusal, when there is something; else null. */
export function wayOnOf(error: unknown): string | null {
  if (!(error instanceof AppError)) return null;
  if (error.code === 'vault-damaged' && error.details['recoverable'] === true) return wayOnOfDamaged(error.details['problems']);
  if (error.code !== 'vault-locked' || error.details['mayTakeOver'] !== true) return null;
  return `If you are sure that nobody has it open: --take-over ${String(error.details['nonce'])}`;
}

/** Problems that are listed with a refusal; `check` has all of them. */
const LISTED = 5;

function wayOnOfDamaged(problems: unknown): string {
  const all = Array.isArray(problems) ? problems.map(String) : [];
  const more = all.length > LISTED ? [`- and ${all.length - LISTED} more`] : [];
  const ways =
    'check <study> says all that is wrong; repair <study> --out <new folder> saves what can be saved and leaves this one as it is.';
  return [...all.slice(0, LISTED).map((problem) => `- ${problem}`), ...more, ways].join('\n');
}

/** The code of an error for programs; `internal` for one that is not ours. */
export function codeOf(error: unknown): string {
  return error instanceof AppError ? error.code : 'internal';
}

/** The sentence of an error; of one that is not ours only its kind, since engine messages quote their input. */
export function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  // The system names the file, which is no text of the study.
  const { path: file, code } = error as { path?: unknown; code?: unknown };
  if (typeof file === 'string' && typeof code === 'string')
    return diskError(error, `“${path.basename(file)}” could not be read or written`, 'Nothing was changed.').message;
  return `Something went wrong inside Plumbline (${error instanceof Error ? error.name : typeof error}). Nothing was changed.`;
}
