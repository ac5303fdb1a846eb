// `import`: files into a vault, each on its own; what cannot be read is said and the others go in as one step. Projects of other tools go in each as a step.
import type { EditInput } from '#shared/edits/index';
import { AppError } from '#shared/lib/app-error';
import type { Source } from '#shared/model/records/source';
import { isProjectFile } from '#core/exchange/is-project';
import { ImportService, measure, previewOf, proposedMapping, recordSources, storeTranscript, titleOf } from '#core/services/import-service';
import type { Vault } from '#core/vault/vault';

import { type CliCommand, type CommandLine, sentenceOf } from '../command-line.ts';
import { untilStopped } from '../until-stopped.ts';
import { importProjectFile } from './import-project-file.ts';
import { readGivenFile } from './read-file.ts';
import { READ_USAGE, readOptions } from './read-options.ts';

type ImportedSource = EditInput<'importSources'>['sources'][number];

export const importFiles: CliCommand = {
  usage: `import <vault> <file…> ${READ_USAGE} [--report] [--json]`,
  least: 2,
  run: (line) => untilStopped((signal) => line.withVault((vault) => importAll(vault, line, signal))),
};

async function importAll(vault: Vault, line: CommandLine, signal: AbortSignal): Promise<void> {
  const sources: ImportedSource[] = [];
  const answers: (() => void)[] = [];
  for (const file of line.words.slice(1)) {
    if (signal.aborted) break;
    try {
      const bytes = await readGivenFile(file);
      if (isProjectFile(file, bytes)) await importProjectFile(vault, line, file, bytes);
      else {
        const { source, answer } = await readInto(vault, line, file, bytes, sources);
        sources.push(source);
        answers.push(answer);
      }
    } catch (error) {
      line.failed();
      answers.push(() => line.print({ file, ok: false, error: sentenceOf(error) }, `${file}: not imported`));
      if (!line.json) line.say(sentenceOf(error));
    }
  }
  await recordAll(vault, sources, signal);
  for (const answer of answers) answer();
}

/** Once the step is being written it is too late to stop; before, every text that was stored is removed again. */
async function recordAll(vault: Vault, sources: readonly ImportedSource[], signal: AbortSignal): Promise<void> {
  try {
    await recordSources(vault, sources, { signal, report: () => undefined });
  } catch (error) {
    throw signal.aborted ? stopped() : error;
  }
  if (signal.aborted && sources.length === 0) throw stopped();
}

const stopped = (): AppError =>
  new AppError('cancelled', 'The import was stopped. Nothing was kept of files that are not named as imported.');

/** Stores the text of one file; gives the source to record and the line to print once it is recorded. */
async function readInto(
  vault: Vault,
  line: CommandLine,
  file: string,
  bytes: Uint8Array,
  alongside: readonly ImportedSource[],
): Promise<{ source: ImportedSource; answer(): void }> {
  const parsed = await new ImportService(line.background, line.newId).read(file, bytes, readOptions(line));
  const preview = previewOf('', file, parsed, { reader: vault.state });
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
  const { format, encoding, speakers } = parsed;
  const again = importedAgain(source, [...vault.state.all('sources').values(), ...alongside]);
  const warnings = [...parsed.warnings, ...again];
  const answer = (): void => {
    if (!line.json) for (const warning of again) line.say(`${file}: ${warning}`);
    line.print(
      { file, ok: true, source: source.id, format, encoding, turns, speakers, words, startMs, endMs, warnings },
      `${file}: ${turns} turns, ${speakers.length} speakers, ${words} words`,
    );
  };
  return { source, answer };
}

/** Said, as the window does, and not refused: a second talk may well come in a file of the same name. */
function importedAgain(source: ImportedSource, known: readonly Pick<Source, 'fileName'>[]): string[] {
  if (known.some(({ fileName }) => fileName === source.fileName))
    return ['A file of this name is in the study already; it became a second source.'];
  return [];
}
