// What every command of the command line works with: arguments, output as JSON lines or words, an open vault.
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import { makeId } from '#shared/lib/ids';
import { nodeDisk } from '#core/vault/disk';
import { createVault, type OpenedVault, openVault } from '#core/vault/open-vault';
import { backUp } from '#core/backups/backup-vault';
import type { BackupReason } from '#core/backups/backup-manifest';
import { DEFAULT_BOUNDS } from '#core/backups/retention';
import { Background } from '#core/services/background';
import { verifierFor } from '#core/services/backup-service';
import type { ProgramFiles } from '#core/services/program-files';
import type { Vault, VaultServices } from '#core/vault/vault';

import { givenSecret, typedSecret } from './secrets.ts';

export interface CommandArguments {
  /** Words after the command. */
  words: readonly string[];
  json: boolean;
  options: Readonly<Record<string, string | boolean | undefined>>;
}

/** What a command may use. */
export interface CommandLine extends CommandArguments {
  program: ProgramFiles;
  background: Background;
  /** Disk, clock, ids and name for what works on a vault. */
  services: VaultServices;
  newId(): string;
  now(): string;
  /** Prints one object as one line of JSON; without --json its sentence instead. */
  print(object: unknown, sentence: string): void;
  /** Says something to the person, on standard error. */
  say(sentence: string): void;
  /** Remembers that something failed: the process ends with 1. */
  failed(): void;
  /** Opens the vault of the first word, runs the work, closes it (checkpoint included). */
  withVault<T>(work: (vault: Vault) => Promise<T>): Promise<T>;
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

export function createCommandLine(given: CommandArguments, program: ProgramFiles, onFailure: () => void): CommandLine {
  const newId = (): string => makeId(randomBytes);
  const now = (): string => new Date().toISOString();
  const services: VaultServices = { disk: nodeDisk, now, newId, by: loginName() };
  const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
  const folder = (): string => path.resolve(given.words[0] ?? '');
  const background = new Background(program.workerUrl);
  const use = async <T>(opened: { vault: Vault; notices: string[] }, work: (vault: Vault) => Promise<T>): Promise<T> => {
    for (const notice of opened.notices) say(notice);
    opened.vault.beforeBulk = (reason) => backupBefore(opened.vault, reason, background, now).catch(() => undefined);
    try {
      return await work(opened.vault);
    } finally {
      await opened.vault.close();
    }
  };
  return {
    ...given,
    program,
    background,
    services,
    newId,
    now,
    say,
    print: (object, sentence) => void process.stdout.write(`${given.json ? JSON.stringify(object) : sentence}\n`),
    failed: onFailure,
    withVault: async (work) => use(await openWithSecret(folder(), given, services), work),
    withVaultAt: async (place, work) => use(await openWithSecret(place, given, services), work),
    withNewVault: async (name, passphrase, work) => use(await createVault(folder(), name, services, passphrase), work),
  };
}

/** Opens with the passphrase that was given, or with one that is typed when the study is encrypted and none was. */
async function openWithSecret(folder: string, { options }: CommandArguments, services: VaultServices): Promise<OpenedVault> {
  const secret = await givenSecret(options, 'passphrase');
  try {
    return await openVault(folder, services, { secret });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'passphrase' || secret !== undefined) throw error;
    return openVault(folder, services, { secret: await typedSecret('Passphrase', 'passphrase') });
  }
}

async function backupBefore(vault: Vault, reason: BackupReason, background: Background, now: () => string): Promise<void> {
  await backUp(vault, reason, { disk: nodeDisk, now, bounds: DEFAULT_BOUNDS, verify: verifierFor(vault, { disk: nodeDisk, background }) });
}

function loginName(): string {
  try {
    return os.userInfo().username.slice(0, 200);
  } catch {
    return '';
  }
}

/** The sentence of an error; of one that is not ours only its kind, since engine messages quote their input. */
export function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return `Something went wrong inside Plumbline (${error instanceof Error ? error.name : typeof error}). Nothing was changed.`;
}
