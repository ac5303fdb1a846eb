// `signals`: dated measures with what explains them, and their import from a table.
import { readFile } from 'node:fs/promises';

import { readStoryTable } from '#core/services/stories';
import type { Vault } from '#core/vault/vault';
import { readSignal } from '#shared/domain/rhythm/read-signal';
import { guessSignalColumns, SIGNAL_COLUMNS, type SignalColumns, signalPoints } from '#shared/domain/rhythm/signal-points';
import { AppError } from '#shared/lib/app-error';
import { nameField } from '#shared/model/records/fields';
import { SIGNAL_KINDS, type Signal } from '#shared/model/records/signal';

import type { CliCommand, CommandLine } from '../command-line.ts';

export const signalsCommand: CliCommand = {
  usage: 'signals <vault> [<file.csv> --name <name> [--kind nps] [--columns day=Date,value=Count | day=Date,score=Score]] [--json]',
  least: 1,
  run: (line) =>
    line.words[1] === undefined
      ? line.withVaultToRead(async (vault) => listSignals(vault, line))
      : line.withVault((vault) => importSignal(vault, line, line.words[1] ?? '')),
};

function listSignals({ state }: Vault, line: CommandLine): void {
  const signals = [...state.all('signals').values()].sort((left, right) => left.order - right.order);
  for (const signal of signals) {
    const { points, unexplained, latest } = readSignal(signal);
    const { id: signalId, name, kind, unit } = signal;
    const theme = (id: string): string => state.get('themes', id)?.name ?? '';
    const told = points.map((point) => ({ ...point, whys: point.whys.map((why) => ({ ...why, theme: theme(why.themeId) })) }));
    const words = latest ? `${latest.value.toFixed(1)} on ${latest.on}, ${points.length} points` : 'no points yet';
    const open = unexplained.length === 0 ? '' : ` Without a why: ${unexplained.join(', ')}.`;
    line.print({ signalId, name, kind, unit, points: told, unexplained }, `${name}: ${words}.${open}`);
  }
  if (signals.length === 0) line.say('There are no signals yet.');
}

async function importSignal(vault: Vault, line: CommandLine, file: string): Promise<void> {
  const name = nameField.safeParse(line.options['name']);
  if (!name.success) throw new AppError('bad-input', 'Say what the signal is called: --name <name>.');
  const kind = SIGNAL_KINDS.find((each) => each === (line.options['kind'] ?? 'other'));
  if (!kind) throw new AppError('bad-input', `--kind takes one of ${SIGNAL_KINDS.join(', ')}.`);
  const bytes = await readFile(file).catch(() => {
    throw new AppError('not-found', `The file ${file} cannot be read.`);
  });
  const { sheets, largest, warnings } = await readStoryTable(line.background, file, bytes);
  const rows = sheets[largest]?.rows ?? [];
  for (const warning of warnings) line.say(warning);
  const { points, errors } = signalPoints(rows, columnsTold(line, rows[0] ?? []) ?? guessSignalColumns(rows));
  for (const { row, error } of errors) {
    line.failed();
    line.print({ row, ok: false, error }, `row ${row}: ${error}`);
  }
  if (points.length === 0) throw new AppError('bad-input', 'No row of the table could be read. Nothing was imported.');
  const there = findSignal(vault, name.data);
  const signalId = there ? there.id : line.newId();
  if (there) await vault.edit('addSignalPoints', { signalId, points });
  else await vault.edit('addSignal', { id: signalId, name: name.data, kind, points });
  line.print({ ok: true, signalId, points }, `${name.data}: ${points.length} points.`);
}

/** The signal of a name: its points are added to, rather than a second one made. */
function findSignal({ state }: Vault, name: string): Signal | undefined {
  return [...state.all('signals').values()].find((signal) => signal.name.trim().toLowerCase() === name.trim().toLowerCase());
}

/** Columns by their headings, as the person names them; null when nothing was said. */
function columnsTold(line: CommandLine, heading: readonly string[]): SignalColumns | null {
  const told = line.options['columns'];
  if (typeof told !== 'string') return null;
  const columns: SignalColumns = { day: null, value: null, score: null };
  for (const pair of told.split(',')) {
    const [use = '', ...rest] = pair.split('=');
    const wanted = rest.join('=').trim();
    const column = SIGNAL_COLUMNS.find((each) => each === use.trim());
    if (!column) throw new AppError('bad-input', `--columns takes ${SIGNAL_COLUMNS.join(', ')}, not “${use.trim()}”.`);
    const at = heading.findIndex((cell) => cell.trim().toLowerCase() === wanted.toLowerCase());
    if (at < 0) throw new AppError('bad-input', `There is no column called “${wanted}”. There are: ${heading.join(', ')}.`);
    columns[column] = at;
  }
  return columns;
}
