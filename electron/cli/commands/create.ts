// `create`: a new vault, empty or filled with the sample study.
import path from 'node:path';

import { fillSampleStudy } from '#core/services/sample-study';
import { VAULT_SUFFIX } from '#core/vault/open-vault';

import type { CliCommand } from '../command-line.ts';
import { requiredSecret } from '../secrets.ts';

export const createCommand: CliCommand = {
  usage: 'create <vault> [--name NAME] [--sample] [--encrypt [--new-passphrase-file FILE]]',
  least: 1,
  async run(line) {
    const folder = path.resolve(line.words[0] ?? '');
    const name = typeof line.options['name'] === 'string' ? line.options['name'] : path.basename(folder, VAULT_SUFFIX);
    const passphrase = line.options['encrypt'] ? await requiredSecret(line, 'new-passphrase', 'New passphrase') : undefined;
    await line.withNewVault(name, passphrase, async (vault) => {
      if (line.options['sample']) {
        await fillSampleStudy(vault, path.join(line.program.resourcesFolder, 'sample-study'), line.newId, line.now().slice(0, 10));
      }
      line.print({ ok: true, vault: folder, name, seq: vault.seq }, `Created ${folder}`);
    });
  },
};
