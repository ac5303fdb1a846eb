// Writes the study for other tools: a .qdpx package with our own side file in it, or the codebook alone.
import { createHash } from 'node:crypto';

import { zipSync, type Zippable } from 'fflate';

import { exportReport } from '#shared/domain/exchange/export-report';
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
import { refuseWithheld, withheldOf, withoutWithheld, wordsOut } from './withheld.ts';
import { SIDE_FILE } from './read-package.ts';

export interface ExportedProject {
  bytes: Uint8Array;
  report: ExchangeReport;
  /** Interviews that were left out for want of consent, and texts that repeat them, as sentences. */
  withheld: string[];
}

const ORIGIN = 'Plumbline';

/** What becomes of interviews with people whose consent does not reach so far. */
export interface BlockedChoice {
  /** The team unless told otherwise: a package is for the researcher's own tools. */
  purpose?: Purpose | undefined;
  /** Stop instead of leaving them out. */
  refuse?: boolean | undefined;
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
  choice: BlockedChoice = {},
): Promise<ExportedProject> {
  if (format === 'qdc') {
    const { state } = vault;
    if (state.all('tags').size === 0)
      throw new AppError('bad-input', 'There are no tags yet, and a codebook file must hold at least one. Nothing was written.');
    return { bytes: Buffer.from(writeCodebook(state, ORIGIN), 'utf8'), report: exportReport(state, format, 0), withheld: [] };
  }
  const withheld = await withheldOf(vault, wordsOut(now, choice.purpose ?? 'team'));
  const { state, leftOut } = await withoutWithheld(vault.state, withheld);
  if (choice.refuse) refuseWithheld(leftOut);
  const stored = new Map<string, TranscriptText>();
  const texts = new Map<string, SourceTextOut>();
  for (const source of state.all('sources').values()) {
    const text = await vault.transcripts.readSource(source);
    stored.set(source.id, text);
    texts.set(source.id, sourceTextOf(text));
  }
  const textOf = (sourceId: string): SourceTextOut => texts.get(sourceId) ?? sourceTextOf({ turns: [] });
  const { xml, lost } = writeProject(state, textOf, { now, origin: ORIGIN });
  const project = Buffer.from(xml, 'utf8');
  const files: Zippable = { 'project.qde': project };
  for (const source of state.all('sources').values()) files[`sources/${textFileOf(source)}`] = Buffer.from(textOf(source.id).text, 'utf8');
  files[SIDE_FILE] = sideFile(state, stored, createHash('sha256').update(project).digest('hex'));
  const report = exportReport(state, format, lost);
  report.leaves.unshift(...leftOut);
  return { bytes: zipSync(files, { level: 6, mtime: now }), report, withheld: leftOut };
}

/** Everything of the study, tied to the project file it was written with. The checksum stands first: readers look for it there. */
function sideFile(state: VaultState, stored: ReadonlyMap<string, TranscriptText>, project: string): Uint8Array {
  const content = { project, format: 1, records: state.toLists(), transcripts: Object.fromEntries(stored) };
  return Buffer.from(JSON.stringify(content), 'utf8');
}
