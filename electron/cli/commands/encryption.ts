// `encrypt`, `decrypt` and `passphrase`: who can open a study.
import path from 'node:path';

import { type OtherPlace, otherPlaces, remakeElsewhere } from '#core/backups/remake-elsewhere';
import { verifierFor } from '#core/services/backup-service';
import { changePassphrase, encryptVault, newRecoveryCode, removeEncryption } from '#core/services/encryption';
import { SettingsService } from '#core/services/settings';
import { userDataFolder } from '#core/services/user-data-folder';
import { openWholeVault } from '#core/vault/open-vault';
import { vaultFiles } from '#core/vault/vault-files';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { requiredSecret } from '../secrets.ts';

const folderOf = (line: CommandLine): string => path.resolve(line.words[0] ?? '');

export const encrypt: CliCommand = {
  usage: 'encrypt <vault> [--new-passphrase-file FILE]',
  least: 1,
  async run(line) {
    const passphrase = await requiredSecret(line, 'new-passphrase', 'New passphrase');
    const vaultId = await line.withVault((vault) => Promise.resolve(vault.id));
    const before = await otherPlaces(line.services.disk, vaultFiles(folderOf(line)));
    await encryptVault(folderOf(line), vaultId, passphrase, line.services);
    const recoveryCode = await newRecoveryCode(folderOf(line), passphrase, line.services);
    const said = [
      `The study and its backups are encrypted.`,
      `Recovery code, shown only now: ${recoveryCode}`,
      'Write it down and keep it elsewhere: without it and the passphrase nobody can open the study.',
    ];
    // The code is said before anything else is tried: it is shown only once.
    line.print({ ok: true, recoveryCode, elsewhere: before.map(({ root }) => root) }, said.join('\n'));
    await makeAnew(line, before, passphrase);
  },
};

export const decrypt: CliCommand = {
  usage: 'decrypt <vault> [--passphrase-file FILE]',
  least: 1,
  async run(line) {
    const secret = await requiredSecret(line, 'passphrase', 'Passphrase');
    const before = await otherPlaces(line.services.disk, vaultFiles(folderOf(line)));
    await removeEncryption(folderOf(line), secret, line.services);
    line.print({ ok: true, elsewhere: before.map(({ root }) => root) }, 'The study and its backups are not encrypted any more.');
    await makeAnew(line, before, undefined);
  },
};

/** Backups outside of the study went with the conversion: they are copied anew at once, as the window does it, and each place is spoken of. */
async function makeAnew(line: CommandLine, before: readonly OtherPlace[], secret: string | undefined): Promise<void> {
  if (before.length === 0) return;
  const { disk } = line.services;
  const { backups: bounds } = (await SettingsService.load(disk, userDataFolder())).settings;
  const { vault } = await openWholeVault(folderOf(line), line.services, { secret });
  try {
    const services = { disk, now: line.now, bounds, verify: verifierFor(vault, disk) };
    for (const sentence of await remakeElsewhere(vault, before, services)) line.say(sentence);
  } finally {
    await vault.close();
  }
}

export const passphrase: CliCommand = {
  usage: 'passphrase <vault> [--passphrase-file FILE] [--new-passphrase-file FILE]',
  least: 1,
  async run(line) {
    const secret = await requiredSecret(line, 'passphrase', 'Passphrase or recovery code');
    await changePassphrase(folderOf(line), secret, await requiredSecret(line, 'new-passphrase', 'New passphrase'), line.services);
    line.print({ ok: true }, 'The study has another passphrase now. Its recovery code is as before.');
  },
};
