// Passphrases for the command line: from a file, from the environment, or typed unseen; never as an argument, which others can see.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

import { AppError } from '#shared/lib/app-error';

import type { Streams } from './streams.ts';

type Options = Readonly<Record<string, string | boolean | undefined>>;

/** What a passphrase is asked of: the options that were given, and whoever sits at the terminal. */
export interface SecretAsked {
  options: Options;
  streams: Streams;
}

/** Which passphrase: the one that opens the study, the one it is to have, or that of a key list. */
type SecretName = 'passphrase' | 'new-passphrase' | 'key-passphrase';

/** `--passphrase-file FILE` (its first line) or the variable PLUMBLINE_PASSPHRASE; undefined when there is neither. */
export async function givenSecret(options: Options, name: SecretName): Promise<string | undefined> {
  const file = options[`${name}-file`];
  if (typeof file !== 'string') return process.env[`PLUMBLINE_${name.toUpperCase().replace('-', '_')}`];
  try {
    return (await readFile(file, 'utf8')).split(/\r?\n/, 1)[0];
  } catch {
    throw new AppError('not-found', `The passphrase file “${file}” cannot be read.`, { file });
  }
}

/** The given one, or one that is typed. @throws AppError('passphrase') when there is nobody to ask. */
export async function requiredSecret(asked: SecretAsked, name: SecretName, question: string): Promise<string> {
  return (await givenSecret(asked.options, name)) ?? (await typedSecret(asked, name, question));
}

/** Asks on the terminal without showing what is typed. */
export async function typedSecret({ streams: { stdin, stderr } }: SecretAsked, name: SecretName, question: string): Promise<string> {
  if (!stdin.isTTY) {
    const variable = `PLUMBLINE_${name.toUpperCase().replace('-', '_')}`;
    throw new AppError('passphrase', `${question}: give it by --${name}-file FILE or in the variable ${variable}.`, { wrong: false });
  }
  stderr.write(`${question}: `);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: stdin, output: unseen, terminal: true });
  try {
    return await new Promise<string>((resolve) => terminal.question('', resolve));
  } finally {
    terminal.close();
    stderr.write('\n');
  }
}
