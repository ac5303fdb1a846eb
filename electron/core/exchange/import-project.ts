// Brings a project of another tool into the open study: planned and reported first, then stored and recorded as one step.
import type { AnyRecord, CollectionName } from '#shared/model/records/index';
import { planSideFile, type SideTranscript } from '#shared/domain/exchange/plan-side-file';
import { countProject, planImport, type ProjectCounts } from '#shared/domain/exchange/project-records';
import type { ProjectSource } from '#shared/domain/exchange/project';
import type { SourceText } from '#shared/domain/exchange/source-records';
import type { ExchangeReport } from '#shared/domain/exchange/exchange-report';
import { AppError } from '#shared/lib/app-error';
import type { Source } from '#shared/model/records/source';
import type { VaultReader } from '#shared/model/vault-state';

import type { Job } from '../services/jobs.ts';
import type { Vault } from '../vault/vault.ts';
import type { ReadExchange } from './read-exchange.ts';

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

/**
 * Plans the import of what was read into the study as it is; nothing is changed. @param fileName for messages.
 * @throws AppError('unreadable-file') when our own side file is damaged.
 */
export function planProject(
  fileName: string,
  { project, texts, side }: ReadExchange,
  reader: VaultReader,
  context: { newId: () => string; now: string; by: string },
): PlannedProject {
  const preview = { name: project.name, origin: project.origin, counts: countProject(project) };
  if (side !== null && side !== 'other') {
    const { report, ...plan } = planSideFile(fileName, side.content, reader);
    return { preview: { ...preview, report }, plan: { name: project.name, ...plan } };
  }
  const textOf = (source: ProjectSource): SourceText => texts.get(source.key) ?? { missing: 'the package does not hold it.' };
  const { report, records, transcripts } = planImport(project, reader, textOf, context);
  if (side === 'other') {
    report.changes.push('The package was made by Plumbline and changed by another tool since: only what the standard holds is read.');
  }
  const stored = transcripts.map(({ sourceId, turns, kept }) => ({ sourceId, turns, ...(kept ? { kept } : {}) }));
  return { preview: { ...preview, report }, plan: { name: project.name, records: { ...records }, transcripts: stored } };
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
