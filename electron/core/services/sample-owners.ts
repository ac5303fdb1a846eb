// The owners of the sample study, what was acknowledged in its departments, and a year of self-assessment.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { addMonths } from '#shared/domain/rhythm/days';
import { type ObstacleKey, STATEMENT_KEYS } from '#shared/model/records/assessment';

import type { Vault } from '../vault/vault.ts';

/** resources/sample-study/owners.json; its README describes every field. */
interface SampleOwners {
  /** `preset` tells the department. */
  owners: { name: string; role: string; preset: string | null; gave: string }[];
  acknowledgements: { preset: string; monthsAgo: number; saidBy: string; words: string }[];
  /** Answers in the order of the statements; null where one was left open. */
  assessments: { monthsAgo: number; person: string; answers: (number | null)[]; obstacles: ObstacleKey[]; note: string }[];
}

/** Fills it in by the same edits that a person makes. @param today `2026-06-30`. */
export async function fillOwners(vault: Vault, folder: string, today: string): Promise<void> {
  const file = JSON.parse(await readFile(path.join(folder, 'owners.json'), 'utf8')) as SampleOwners;
  const departments = new Map([...vault.state.all('departments').values()].map(({ id, preset }) => [preset, id]));
  const departmentOf = (preset: string | null): string | null => departments.get(preset as 'sales' | null) ?? null;
  for (const { preset, ...owner } of file.owners) await vault.edit('addOwner', { ...owner, departmentId: departmentOf(preset) });
  for (const { preset, monthsAgo, ...said } of file.acknowledgements)
    await vault.edit('logAcknowledgement', { ...said, departmentId: departmentOf(preset), saidOn: addMonths(today, -monthsAgo) });
  for (const { monthsAgo, answers, ...told } of file.assessments) {
    const given = STATEMENT_KEYS.flatMap((key, at) => (answers[at] == null ? [] : [[key, answers[at]] as const]));
    await vault.edit('addAssessment', { ...told, on: addMonths(today, -monthsAgo), answers: Object.fromEntries(given) });
  }
}
