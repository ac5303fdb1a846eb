// `import`: files into a vault, each on its own; what cannot be read is said and the others go in as one step.
import type { EditInput } from '#shared/edits/index';
import { measure, previewOf, proposedMapping, recordSources, storeTranscript, titleOf } from '#core/services/import-service';
import type { Vault } from '#core/vault/vault';

import { type CliCommand, type CommandLine, sentenceOf } from '../command-line.ts';
import { readTranscriptFile } from './read-file.ts';
import { READ_USAGE } from './read-options.ts';

type ImportedSource = EditInput<'importSources'>['sources'][number];

export const importFiles: CliCommand = {
  usage: `import <vault> <file…> ${READ_USAGE} [--json]`,
  least: 2,
  run: (line) =>
    line.withVault(async (vault) => {
      const sources: ImportedSource[] = [];
      const answers: (() => void)[] = [];
      for (const file of line.words.slice(1)) {
        try {
          const { source, answer } = await readInto(vault, line, file);
          sources.push(source);
          answers.push(answer);
        } catch (error) {
          line.failed();
          answers.push(() => line.print({ file, ok: false, error: sentenceOf(error) }, `${file}: not imported`));
          if (!line.json) line.say(sentenceOf(error));
        }
      }
      await recordSources(vault, sources);
      for (const answer of answers) answer();
    }),
};

/** Stores the text of one file; gives the source to record and the line to print once it is recorded. */
async function readInto(vault: Vault, line: CommandLine, file: string): Promise<{ source: ImportedSource; answer(): void }> {
  const parsed = await readTranscriptFile(line, file);
  const preview = previewOf('', file, parsed, vault.state);
  const unnamed = parsed.speakers.length === 0;
  const source = await storeTranscript(vault, line.newId(), preview.fileName.split(/[\\/]/).at(-1) ?? file, parsed, {
    title: titleOf(file),
    kind: parsed.table?.mapping.columns.rows === 'respondents' ? 'survey-answers' : 'interview',
    heldOn: null,
    speakers: proposedMapping(preview.speakers),
    participantId: null,
    ...(unnamed ? { newParticipantName: titleOf(file) } : {}),
  });
  const { turns, words, startMs, endMs } = measure(parsed);
  const { format, encoding, speakers, warnings } = parsed;
  const answer = (): void =>
    line.print(
      { file, ok: true, source: source.id, format, encoding, turns, speakers, words, startMs, endMs, warnings },
      `${file}: ${turns} turns, ${speakers.length} speakers, ${words} words`,
    );
  return { source, answer };
}
