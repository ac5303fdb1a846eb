// `repair`: saves what can be saved of a damaged study into a new folder.
import path from 'node:path';

import { checkFolder } from '#core/services/check';
import { nodeDisk } from '#core/vault/disk';
import { leavingOut, wrongKinds } from '#core/vault/require-study';
import { repairVault } from '#core/vault/salvage/repair';
import { vaultFiles } from '#core/vault/vault-files';
import { AppError } from '#shared/lib/app-error';
import { reportInWords } from '#shared/model/recovery-report';

import { type CliCommand, codeOf, type CommandLine, sentenceOf } from '../command-line.ts';

/**
 * Exit codes: 0 the new study is sound, 1 something in it is still missing (a transcript), 2 nothing was written: nothing could be read, or
 * the new folder cannot be used.
 */
export const repairCommand: CliCommand = {
  usage: 'repair <vault> --out <new folder> [--json]',
  least: 1,
  async run(line) {
    try {
      await repair(line);
    } catch (error) {
      line.failed(2);
      const what = sentenceOf(error);
      if (line.json) line.print({ ok: false, code: codeOf(error), error: what, out: null, report: null, check: null }, '');
      line.say(what);
    }
  },
};

async function repair(line: CommandLine): Promise<void> {
  const out = line.options['out'];
  if (typeof out !== 'string') throw new AppError('bad-input', 'Say where the repaired study goes: --out <new folder>.');
  const from = await line.filesForReading();
  const to = { ...vaultFiles(path.resolve(out)), cipher: from.cipher };
  const wrong = await wrongKinds(nodeDisk, from);
  const report = await repairVault(leavingOut(nodeDisk, from, wrong), from, to, { now: line.now(), newVaultId: line.newId() });
  const check = report.readable ? await checkFolder(nodeDisk, to) : null;
  if (!check) line.failed(2);
  else if (!check.ok) line.failed(1);
  const leftOut = wrong.map(({ what }) => what);
  const left = check && !check.ok ? ['Still to be mended in the new study:', ...check.problems.map(({ what }) => `- ${what}`)] : [];
  const end = check ? [`The repaired study is in ${to.folder}. The damaged one was not touched.`, ...left] : ['Nothing was written.'];
  const said = [...leftOut.map((what) => `${what} It was left out.`), reportInWords(report), ...end];
  line.print({ ok: check?.ok ?? false, out: check ? to.folder : null, leftOut, report, check }, said.join('\n'));
}
