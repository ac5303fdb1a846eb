// `inspect`: what the importer reads in files, without a vault.
import { measure } from '#core/services/import-service';

import type { CliCommand } from '../command-line.ts';
import { sentenceOf } from '../command-line.ts';
import { readTranscriptFile } from './read-file.ts';
import { READ_USAGE } from './read-options.ts';

export const inspectFiles: CliCommand = {
  usage: `inspect <file…> ${READ_USAGE} [--json]`,
  least: 1,
  async run(line) {
    for (const file of line.words) {
      try {
        const parsed = await readTranscriptFile(line, file);
        const { format, encoding, speakers, turns, cues, table, warnings } = parsed;
        const { words } = measure(parsed);
        line.print(
          { file, ok: true, format, encoding, speakers, words, turns, ...(cues ? { cues } : {}), ...(table ? { table } : {}), warnings },
          `${file}: ${format}, ${encoding}, ${turns.length} turns, ${speakers.length} speakers, ${words} words${warnings.map((warning) => `\n  ${warning}`).join('')}`,
        );
      } catch (error) {
        line.failed();
        line.print({ file, ok: false, error: sentenceOf(error) }, `${file}: not read`);
        if (!line.json) line.say(sentenceOf(error));
      }
    }
  },
};
