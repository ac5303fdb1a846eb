// `names`: what may tell who somebody is. `replace-names`: pseudonyms in its place, everywhere, as one step. `key-list`: who is who.
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { startNamePurge } from '#core/purge/start-name-purge';
import { readKeyList, writeKeyList } from '#core/services/key-list';
import { proposeNames, replaceNamesInStudy } from '#core/services/replace-names';
import { nodeDisk } from '#core/vault/disk';
import type { Vault } from '#core/vault/vault';
import { createReplaceNames, type NameChoice } from '#shared/domain/names/replace-names';
import { AppError } from '#shared/lib/app-error';
import { shorten } from '#shared/lib/text';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { forgetSearch } from '../forget-search.ts';
import { requiredSecret } from '../secrets.ts';
import { untilStopped } from '../until-stopped.ts';

/** Text shown around a place (UTF-16 units on each side). */
const AROUND = 40;

export const listNames: CliCommand = {
  usage: 'names <vault> [source…] [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const ids = line.words.slice(1);
      for (const { kind, text, replacement, places } of await proposeNames(vault, ids.length > 0 ? ids : null)) {
        const [first] = places;
        const turn = first ? (await vault.turns(first.sourceId))[first.turn] : undefined;
        const example = turn && first ? turn.text.slice(Math.max(0, first.start - AROUND), first.end + AROUND) : '';
        line.print(
          { kind, text, replacement, count: places.length, sources: new Set(places.map(({ sourceId }) => sourceId)).size, example, places },
          `${kind}: ${text} (${places.length}) → ${replacement}   …${shorten(example, 100)}…`,
        );
      }
    }),
};

export const replaceNamesCommand: CliCommand = {
  usage:
    'replace-names <vault> --choices <file.json> | --from-key-list <file> [--key-passphrase-file FILE] | --all [--key-list <file> [--new-passphrase-file FILE]] [--purge] [--report] [--json]   (--purge cannot be undone)',
  least: 1,
  async run(line) {
    const purging = await untilStopped((signal) => line.withVault((vault) => replaceNames(vault, line, signal)));
    // Opening takes the names out of history and backups; a crash before or in it changes nothing about that.
    if (purging) await line.withVault((vault) => forgetSearch(vault.files.folder));
  },
};

/** @returns true when the names are to go for good, which happens at the next opening. */
async function replaceNames(vault: Vault, line: CommandLine, signal: AbortSignal): Promise<boolean> {
  const choices = await choicesOf(vault, line);
  createReplaceNames(choices);
  if (line.options['report'] === true) {
    for (const choice of choices) line.print(choice, `${choice.text} → ${choice.replacement}`);
    return false;
  }
  // Written first: names that are gone from the texts and from no list would be gone for good.
  const keyList = typeof line.options['key-list'] === 'string' ? await storeKeyList(vault, line, line.options['key-list'], choices) : null;
  const done = await replaceNamesInStudy(vault, choices, { signal, report: () => undefined });
  const purge = line.options['purge'] === true;
  if (purge) await startNamePurge(vault, choices, { disk: nodeDisk, now: line.now, newId: randomUUID });
  line.print(
    { ok: true, names: choices.length, ...done, keyList, purged: purge },
    `Replaced ${choices.length} names in ${done.sources} interviews: ${done.changed} quotes have other words, ${done.unsure} wait for a decision, ${done.texts} titles and notes were changed.`,
  );
  if (!purge) line.say('History and backups still hold the names. Undo brings them back. --purge takes them out for good.');
  return purge;
}

async function choicesOf(vault: Vault, line: CommandLine): Promise<NameChoice[]> {
  const file = line.options['choices'];
  if (typeof file === 'string') {
    const text = await readFile(file, 'utf8').catch(() => {
      throw new AppError('not-found', `The file ${file} cannot be read.`);
    });
    const read = parseJson(text, file);
    if (!Array.isArray(read) || !read.every(isChoice))
      throw new AppError('bad-input', `${file} must hold a list of {"text": …, "replacement": …}.`);
    return read.map(({ text: name, replacement }) => ({ text: name, replacement }));
  }
  const list = line.options['from-key-list'];
  if (typeof list === 'string')
    return (await readKeyList(await bytesOf(list), await requiredSecret(line, 'key-passphrase', 'Passphrase of the key list'))).names;
  if (line.options['all'] !== true)
    throw new AppError('bad-input', 'Say which names: --choices <file.json>, --from-key-list <file>, or --all that are proposed.');
  return (await proposeNames(vault, null)).map(({ text, replacement }) => ({ text, replacement }));
}

function bytesOf(file: string): Promise<Buffer> {
  return readFile(file).catch(() => {
    throw new AppError('not-found', `The file ${file} cannot be read.`);
  });
}

function isChoice(item: unknown): item is NameChoice {
  const { text, replacement } = (item ?? {}) as Record<string, unknown>;
  return typeof text === 'string' && text !== '' && typeof replacement === 'string' && replacement !== '';
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('bad-input', `${file} is no JSON.`);
  }
}

async function storeKeyList(vault: Vault, line: CommandLine, file: string, names: NameChoice[]): Promise<string> {
  const passphrase = await requiredSecret(line, 'new-passphrase', 'Passphrase of the key list');
  const study = vault.state.require('study', 'study').name;
  const bytes = await writeKeyList({ study, writtenAt: line.now(), names }, passphrase);
  // Never over another list: that one may be the only one that knows its names.
  await writeFile(file, bytes, { flag: 'wx', mode: 0o600 }).catch(() => {
    throw new AppError('conflict', `${file} cannot be written, or is there already. Choose another name. Nothing was changed.`);
  });
  return path.resolve(file);
}

export const showKeyList: CliCommand = {
  usage: 'key-list <file> [--passphrase-file FILE] [--json]',
  least: 1,
  async run(line) {
    const file = line.words[0] ?? '';
    const bytes = await bytesOf(file);
    const { study, writtenAt, names } = await readKeyList(bytes, await requiredSecret(line, 'passphrase', 'Passphrase'));
    for (const { text, replacement } of names) line.print({ study, writtenAt, text, replacement }, `${replacement} is ${text}`);
  },
};
