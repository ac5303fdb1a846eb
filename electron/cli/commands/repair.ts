// `repair`: saves what can be saved of a damaged study into a new folder.
import path from 'node:path';

import { checkFolder } from '#core/services/check';
import { nodeDisk } from '#core/vault/disk';
import { repairVault } from '#core/vault/salvage/repair';
import { vaultFiles } from '#core/vault/vault-files';
import { AppError } from '#shared/lib/app-error';
import { reportInWords } from '#shared/model/recovery-report';

import type { CliCommand } from '../command-line.ts';

/** Exit codes: 0 the new study is sound, 1 something in it is still missing (a transcript), 2 nothing could be read and nothing was written. */
export const repairCommand: CliCommand = {
  usage: 'repair <vault> --out <new folder> [--json]',
  least: 1,
  async run(line) {
    const out = line.options['out'];
    if (typeof out !== 'string') throw new AppError('bad-input', 'Say where the repaired study goes: --out <new folder>.');
    const from = await line.filesForReading();
    const to = { ...vaultFiles(path.resolve(out)), cipher: from.cipher };
    const report = await repairVault(nodeDisk, from, to, { now: line.now(), newVaultId: line.newId() });
    const check = report.readable ? await checkFolder(nodeDisk, to) : null;
    if (!check) line.failed(2);
    else if (!check.ok) line.failed(1);
    const left = check && !check.ok ? ['Still to be mended in the new study:', ...check.problems.map(({ what }) => `- ${what}`)] : [];
    const end = check ? [`The repaired study is in ${to.folder}. The damaged one was not touched.`, ...left] : ['Nothing was written.'];
    line.print({ ok: check?.ok ?? false, out: check ? to.folder : null, report, check }, [reportInWords(report), ...end].join('\n'));
  },
};
