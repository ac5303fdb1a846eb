// Brings a project of another tool into the open study: planned and reported first, then stored and recorded as one step.
import type { AnyRecord, CollectionName } from '#shared/model/records/index';
import { planSideFile, type SideTranscript } from '#shared/domain/exchange/plan-side-file';
import { countProject, planImport, type ProjectCounts } from '#shared/domain/exchange/project-records';
import type { ExchangeReport } from '#shared/domain/exchange/exchange-report';
import { AppError } from '#shared/lib/app-error';
import type { Source } from '#shared/model/records/source';
import type { VaultReader } from '#shared/model/vault-state';

import type { Job } from '../services/jobs.ts';
import type { Vault } from '../vault/vault.ts';
import { readPackage } from './read-package.ts';

/** What a person is shown before, and a program is told. */
export interface ProjectPreview {
  name: string;
  origin: string;
  counts: ProjectCounts;
  report: ExchangeReport;
}

/** What will be stored and recorded. Checksums of the transcripts are not in the records yet. */
export interface ImportPlan {
  name: string;
  records: Partial<Record<CollectionName, readonly AnyRecord[]>>;
  transcripts: readonly ({ sourceId: string } & SideTranscript)[];
}

export interface PlannedProject {
  preview: ProjectPreview;
  plan: ImportPlan;
}

/** Reads a file and plans its import; nothing is changed. @throws AppError('unreadable-file') */
export function planProject(
  fileName: string,
  bytes: Uint8Array,
  reader: VaultReader,
  context: { newId: () => string; now: string; by: string },
): PlannedProject {
  const { project, side, textOf } = readPackage(fileName, bytes);
  const preview = { name: project.name, origin: project.origin, counts: countProject(project) };
  if (side instanceof Uint8Array) {
    const { report, ...plan } = planSideFile(fileName, parseSide(side), reader);
    return { preview: { ...preview, report }, plan: { name: project.name, ...plan } };
  }
  const { report, records, transcripts } = planImport(project, reader, textOf, context);
  if (side === 'other') {
    report.changes.push('The package was made by Plumbline and changed by another tool since: only what the standard holds is read.');
  }
  const texts = transcripts.map(({ sourceId, turns, kept }) => ({ sourceId, turns, ...(kept ? { kept } : {}) }));
  return { preview: { ...preview, report }, plan: { name: project.name, records: { ...records }, transcripts: texts } };
}

/** The JSON of our side file, null when it is none. */
function parseSide(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    // Said in the words of a damaged side file by who reads it.
    return null;
  }
}

/**
 * Stores the texts and records everything as one step; when that fails or is stopped, nothing of it is left.
 * @throws AppError of the vault or of the edit, AppError('cancelled').
 */
export async function commitProject(vault: Vault, plan: ImportPlan, job?: Job): Promise<void> {
  const stored: string[] = [];
  try {
    const sums = new Map<string, string>();
    for (const [index, { sourceId, ...text }] of plan.transcripts.entries()) {
      if (job?.signal.aborted) throw new AppError('cancelled', 'The import was stopped. Nothing of it was kept.');
      job?.report(index, plan.transcripts.length, '');
      sums.set(sourceId, await vault.transcripts.write(sourceId, 1, text));
      stored.push(sourceId);
    }
    const sources = ((plan.records.sources ?? []) as Source[]).map((source) => ({
      ...source,
      transcript: { ...source.transcript, sha256: sums.get(source.id) ?? source.transcript.sha256 },
    }));
    await vault.edit('importProject', { name: plan.name.slice(0, 300), records: { ...plan.records, sources } }, { job });
  } catch (error) {
    for (const sourceId of stored) await vault.transcripts.discard(sourceId, 1);
    throw error;
  }
}
