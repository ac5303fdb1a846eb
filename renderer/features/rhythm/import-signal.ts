// Points of a signal from a table that was chosen: read by the core, understood here, added as one step.
import { nameKey } from '#shared/domain/rhythm/name-key';
import { type SignalColumns, signalPoints, type SignalRows } from '#shared/domain/rhythm/signal-points';
import { AppError } from '#shared/lib/app-error';
import type { Signal, SignalKind } from '#shared/model/records/signal';
import { readBase64 } from '#renderer/stores/read-base64';
import { call } from '#renderer/stores/session';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';

export interface SignalTable {
  fileName: string;
  /** Rows of the largest sheet, the heading first. */
  rows: readonly (readonly string[])[];
  warnings: readonly string[];
}

/** @throws AppError when the file is no table. */
export async function readSignalTable(file: File): Promise<SignalTable> {
  const base64 = (await readBase64(file)) ?? '';
  const table = await call('import.inspectStories', { fileName: file.name, base64 });
  return { fileName: table.fileName, rows: table.sheets[table.largest]?.rows ?? [], warnings: table.warnings };
}

/** What the rows give with these columns; a sentence where they cannot be read so. */
export function readPoints(table: SignalTable, columns: SignalColumns): SignalRows | string {
  try {
    return signalPoints(table.rows, columns);
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

/** The signal of a name: its points are added to, rather than a second one made. */
export function signalOfName(name: string): Signal | undefined {
  return projection.list('signals').find((signal) => nameKey(signal.name) === nameKey(name));
}

/** Adds the points to the signal of this name, or makes it. One step. */
export async function addPoints(name: string, kind: SignalKind, points: SignalRows['points']): Promise<void> {
  const there = signalOfName(name);
  if (there) await edit('addSignalPoints', { signalId: there.id, points });
  else await edit('addSignal', { name: name.trim(), kind, points });
}
