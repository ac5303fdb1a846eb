// `revise`: a better version of a transcript takes the place of a source's text; says what became of its snippets.
import { AppError } from '#shared/lib/app-error';
import { ImportService } from '#core/services/import-service';
import { compareText, reviseText, revisionOf } from '#core/services/revise-text';
import type { Vault } from '#core/vault/vault';
import type { Source } from '#shared/model/records/source';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { untilStopped } from '../until-stopped.ts';
import { readGivenFile } from './read-file.ts';
import { READ_USAGE, readOptions } from './read-options.ts';

export const reviseCommand: CliCommand = {
  usage: `revise <vault> <source> <file> ${READ_USAGE} [--report] [--json]`,
  least: 3,
  run: (line) => untilStopped((signal) => line.withVault((vault) => revise(vault, line, signal))),
};

async function revise(vault: Vault, line: CommandLine, signal: AbortSignal): Promise<void> {
  const [, name = '', file = ''] = line.words;
  const source = sourceCalled(vault, name);
  const fileName = file.split(/[\\/]/).at(-1) ?? file;
  const parsed = await new ImportService(line.background, line.newId).read(file, await readGivenFile(file), readOptions(line));
  const revision = revisionOf({ fileName, parsed });
  const only = line.options['report'] === true;
  const done = only
    ? await compareText(vault, source.id, revision.text.turns)
    : await reviseText(vault, source.id, source.transcript.revision, revision, { signal, report: () => undefined });
  const { kept, moved, changed, unsure } = done;
  const unchanged = 'seq' in done ? done.seq === null : done.sameText;
  const sentence = `${source.title}: ${kept} kept, ${moved} moved, ${changed} changed, ${unsure} unsure`;
  const end = unchanged ? ' (the text is the same, nothing was changed)' : only ? ' (only reported)' : '';
  line.print({ source: source.id, file, revised: !only && !unchanged, ...done }, `${sentence}${end}`);
}

/** By id, title or file name, without regard to case. @throws AppError('not-found' | 'bad-input') when there is none, or more than one. */
function sourceCalled({ state }: Vault, name: string): Source {
  const byId = state.get('sources', name);
  if (byId) return byId;
  const wanted = name.trim().toLowerCase();
  const found = [...state.all('sources').values()].filter(({ title, fileName }) =>
    [title, fileName].some((each) => each.toLowerCase() === wanted),
  );
  const [only] = found;
  if (!only) throw new AppError('not-found', `There is no source called “${name}”. Nothing was changed.`);
  if (found.length > 1)
    throw new AppError(
      'bad-input',
      `${found.length} sources are called “${name}”. Name one by its id: ${found.map(({ id }) => id).join(', ')}.`,
    );
  return only;
}
