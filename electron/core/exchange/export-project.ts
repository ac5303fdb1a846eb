// Writes the study for other tools: a .qdpx package with our own side file in it, or the codebook alone.
import { createHash } from 'node:crypto';

import { zipSync, type Zippable } from 'fflate';

import { exportReport } from '#shared/domain/exchange/export-report';
import type { ExportedNames } from '#shared/domain/exchange/mask-rows';
import type { ExchangeReport } from '#shared/domain/exchange/exchange-report';
import { type SourceTextOut, sourceTextOf } from '#shared/domain/exchange/source-text';
import { writeCodebook, writeProject } from '#shared/domain/exchange/write-project';
import { textFileOf } from '#shared/domain/exchange/write-sources';
import type { ExchangeFormat } from '#shared/rpc/exchange-answers';
import type { Purpose } from '#shared/model/records/consent';
import type { VaultState } from '#shared/model/vault-state';
import { AppError } from '#shared/lib/app-error';

import type { TranscriptText } from '../vault/transcripts.ts';
import type { Vault } from '../vault/vault.ts';
import { pseudonymised } from './pseudonymised.ts';
import {
  type LeftOutCounts,
  leftOutCounts,
  leftOutInTotal,
  NOTHING_LEFT_OUT,
  refuseWithheld,
  withheldOf,
  withoutWithheld,
  wordsOut,
} from './withheld.ts';
import { SIDE_FILE } from './package-form.ts';

export interface ExportedProject {
  bytes: Uint8Array;
  report: ExchangeReport;
  /** Interviews that were left out for want of consent, and texts that repeat them, as sentences. */
  withheld: string[];
  /** How much that is. */
  leftOut: LeftOutCounts;
  /** Name of the study, as it stands in the file. */
  studyName: string;
}

const ORIGIN = 'Plumbline';

/** For whom the file is, and what becomes of interviews with people whose consent does not reach so far. */
export interface ProjectChoice {
  /** The team unless told otherwise: a package is for the researcher's own tools. */
  purpose?: Purpose | undefined;
  /** Stop instead of leaving them out. */
  refuse?: boolean | undefined;
  /** Real names unless told otherwise: the way back into Plumbline gives the same study then. */
  names?: ExportedNames | undefined;
}

/**
 * The file as bytes, with the report of what other tools will and will not see. @param now ISO 8601.
 * Interviews with withheld words are left out whole, and the report names them.
 * @throws AppError('conflict') when they are not to be left out, AppError('bad-input') for a codebook without tags, AppError('vault-damaged') when a transcript cannot be read.
 */
export async function exportProject(
  vault: Vault,
  format: ExchangeFormat,
  now: string,
  choice: ProjectChoice = {},
): Promise<ExportedProject> {
  const names = choice.names ?? 'names';
  if (format === 'qdc') return exportCodebook(vault, names);
  const withheld = await withheldOf(vault, wordsOut(now, choice.purpose ?? 'team'));
  const { state: allowed, leftOut: sentences } = await withoutWithheld(vault.state, withheld);
  const counts = leftOutCounts(vault.state, withheld);
  const leftOut = [...leftOutInTotal(counts), ...sentences];
  if (choice.refuse) refuseWithheld(leftOut);
  const read = new Map<string, TranscriptText>();
  for (const source of allowed.all('sources').values()) read.set(source.id, await vault.transcripts.readSource(source));
  const { state, texts: stored } = names === 'names' ? { state: allowed, texts: read } : await pseudonymised(allowed, read, vault.state);
  const texts = new Map([...stored].map(([id, text]): [string, SourceTextOut] => [id, sourceTextOf(text)]));
  const textOf = (sourceId: string): SourceTextOut => texts.get(sourceId) ?? sourceTextOf({ turns: [] });
  const { xml, lost } = writeProject(state, textOf, { now, origin: ORIGIN });
  const project = Buffer.from(xml, 'utf8');
  const files: Zippable = { 'project.qde': project };
  for (const source of state.all('sources').values()) files[`sources/${textFileOf(source)}`] = Buffer.from(textOf(source.id).text, 'utf8');
  files[SIDE_FILE] = sideFile(state, stored, createHash('sha256').update(project).digest('hex'));
  const report = exportReport(state, format, lost, names);
  report.leaves.unshift(...leftOut);
  return {
    bytes: zipSync(files, { level: 6, mtime: now }),
    report,
    withheld: leftOut,
    leftOut: counts,
    studyName: state.require('study', 'study').name,
  };
}

/** A codebook quotes nobody, so that nothing of it is left out; it may name somebody. */
async function exportCodebook(vault: Vault, names: ExportedNames): Promise<ExportedProject> {
  if (vault.state.all('tags').size === 0)
    throw new AppError('bad-input', 'There are no tags yet, and a codebook file must hold at least one. Nothing was written.');
  const { state } = names === 'names' ? vault : await pseudonymised(vault.state, new Map(), vault.state);
  return {
    bytes: Buffer.from(writeCodebook(state, ORIGIN), 'utf8'),
    report: exportReport(state, 'qdc', 0, names),
    withheld: [],
    leftOut: NOTHING_LEFT_OUT,
    studyName: state.require('study', 'study').name,
  };
}

/** Everything of the study, tied to the project file it was written with. The checksum stands first: readers look for it there. */
function sideFile(state: VaultState, stored: ReadonlyMap<string, TranscriptText>, project: string): Uint8Array {
  const content = { project, format: 1, records: state.toLists(), transcripts: Object.fromEntries(stored) };
  return Buffer.from(JSON.stringify(content), 'utf8');
}
