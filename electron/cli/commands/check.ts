// `check`: the integrity report of a vault.
import { checkVault } from '#core/services/check';
import { nodeDisk } from '#core/vault/disk';
import { AppError } from '#shared/lib/app-error';

import type { CliCommand } from '../command-line.ts';

export const checkCommand: CliCommand = {
  usage: 'check <vault> [--json]',
  least: 1,
  async run(line) {
    try {
      await line.withVaultToRead(async (vault) => {
        const report = await checkVault(nodeDisk, vault);
        if (!report.ok) line.failed();
        const words = report.ok
          ? `Everything holds: ${report.seq} entries, ${report.transcripts} transcripts.`
          : report.problems.map((problem) => problem.what).join('\n');
        line.print(report, words);
      });
    } catch (error) {
      if (!(error instanceof AppError) || !error.code.startsWith('vault-')) throw error;
      const listed = Array.isArray(error.details['problems']) ? (error.details['problems'] as string[]) : [error.message];
      line.failed();
      line.print(
        { ok: false, code: error.code, error: error.message, problems: listed.map((what) => ({ what })) },
        [error.message, ...listed].join('\n'),
      );
    }
  },
};
