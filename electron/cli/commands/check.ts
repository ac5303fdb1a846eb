// `check`: verifies every file of a study without opening it, also while another program has it open.
import { checkFolder } from '#core/services/check';
import { nodeDisk } from '#core/vault/disk';

import { type CliCommand, codeOf, sentenceOf } from '../command-line.ts';

/** Exit codes: 0 sound, 1 problems were found, 2 the study cannot be read at all (not there, of a newer version, locked away, beyond repair). */
export const checkCommand: CliCommand = {
  usage: 'check <vault> [--json]',
  least: 1,
  async run(line) {
    try {
      const files = await line.filesForReading();
      const report = await checkFolder(nodeDisk, files);
      if (!report.ok) line.failed(report.readable ? 1 : 2);
      const found = report.ok
        ? [`Everything holds: ${report.seq} entries, ${report.transcripts} transcripts, ${report.backups} backups.`]
        : report.problems.map(({ what }) => what);
      const beyond = report.readable ? [] : ['Nothing of this study can be read.'];
      line.print(report.ok ? report : { code: 'vault-damaged', ...report }, [...found, ...beyond, ...report.notes].join('\n'));
    } catch (error) {
      line.failed(2);
      const what = sentenceOf(error);
      line.print(
        {
          ok: false,
          code: codeOf(error),
          readable: false,
          error: what,
          problems: [{ file: '', what }],
          notes: [],
        },
        what,
      );
    }
  },
};
