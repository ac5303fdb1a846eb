// `encrypt`, `decrypt` and `passphrase`: who can open a study.
import path from 'node:path';

import { changePassphrase, encryptVault, newRecoveryCode, removeEncryption } from '#core/services/encryption';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { requiredSecret } from '../secrets.ts';

const folderOf = (line: CommandLine): string => path.resolve(line.words[0] ?? '');

export const encrypt: CliCommand = {
  usage: 'encrypt <vault> [--new-passphrase-file FILE]',
  least: 1,
  async run(line) {
    const passphrase = await requiredSecret(line.options, 'new-passphrase', 'New passphrase');
    const vaultId = await line.withVault((vault) => Promise.resolve(vault.id));
    await encryptVault(folderOf(line), vaultId, passphrase, line.services);
    const recoveryCode = await newRecoveryCode(folderOf(line), passphrase, line.services);
    line.print(
      { ok: true, recoveryCode },
      `The study and its backups are encrypted; backups in a second folder were removed and are made anew.\nRecovery code, shown only now: ${recoveryCode}\nWrite it down and keep it elsewhere: without it and the passphrase nobody can open the study.`,
    );
  },
};

export const decrypt: CliCommand = {
  usage: 'decrypt <vault> [--passphrase-file FILE]',
  least: 1,
  async run(line) {
    await removeEncryption(folderOf(line), await requiredSecret(line.options, 'passphrase', 'Passphrase'), line.services);
    line.print(
      { ok: true },
      'The study and its backups are not encrypted any more; backups in a second folder were removed and are made anew.',
    );
  },
};

export const passphrase: CliCommand = {
  usage: 'passphrase <vault> [--passphrase-file FILE] [--new-passphrase-file FILE]',
  least: 1,
  async run(line) {
    const secret = await requiredSecret(line.options, 'passphrase', 'Passphrase or recovery code');
    await changePassphrase(folderOf(line), secret, await requiredSecret(line.options, 'new-passphrase', 'New passphrase'), line.services);
    line.print({ ok: true }, 'The study has another passphrase now. Its recovery code is as before.');
  },
};
