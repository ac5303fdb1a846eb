// What was agreed and forecast before the interviews of the sample study, and what came of it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { CommitmentOutcome } from '#shared/model/records/commitment';

import type { Vault } from '../vault/vault.ts';
import type { FindId } from './sample-weighing.ts';

/** resources/sample-study/commitments.json; everything by the keys of study.json. */
interface SampleCommitments {
  commitments: {
    key: string;
    statement: string;
    atLeast: number;
    of: number;
    assumption: string;
    side: 'supports' | 'contradicts';
    owner: string;
    action: string;
    dueOn: string | null;
    /** Nobody: it is not sealed either. */
    signedBy: string[];
    amendment?: string;
    themes: string[];
    outcome: CommitmentOutcome;
    note: string;
  }[];
  /** How sure each forecaster was, 0 to 100. */
  forecasts: { commitment?: string; assumption?: string; by: Record<string, number> }[];
  /** Assumptions whose forecasts nobody has seen yet. */
  keptBack: string[];
}

/** Fills in what came before the first interview. @returns what fills in the rest, once the evidence is there. */
export async function fillCommitments(vault: Vault, folder: string, find: FindId): Promise<() => Promise<void>> {
  const file = JSON.parse(await readFile(path.join(folder, 'commitments.json'), 'utf8')) as SampleCommitments;
  const ids = new Map<string, string>();
  for (const { key, assumption, signedBy, statement, atLeast, of, side, owner, action, dueOn } of file.commitments) {
    const terms = { statement, atLeast, of, side, owner, action, dueOn, assumptionId: find('assumptions', assumption) };
    const commitmentId = String((await vault.edit('addCommitment', terms)).result.commitmentId);
    ids.set(key, commitmentId);
    for (const name of signedBy) await vault.edit('signCommitment', { commitmentId, name });
    if (signedBy.length > 0) await vault.edit('sealCommitments', { commitmentIds: [commitmentId] });
  }
  const subjectOf = ({ commitment, assumption }: SampleCommitments['forecasts'][number]) =>
    commitment === undefined ? { assumptionId: find('assumptions', assumption ?? '') } : { commitmentId: ids.get(commitment) };
  for (const forecast of file.forecasts) {
    for (const [person, probability] of Object.entries(forecast.by))
      await vault.edit('giveForecast', { ...subjectOf(forecast), person, probability });
  }
  return async () => {
    for (const forecast of file.forecasts) {
      if (!file.keptBack.includes(forecast.assumption ?? '')) await vault.edit('revealForecasts', subjectOf(forecast));
    }
    for (const { key, themes, outcome, note, dueOn, amendment } of file.commitments) {
      const commitmentId = ids.get(key);
      await vault.edit('updateCommitment', { commitmentId, themeIds: themes.map((theme) => find('themes', theme)) });
      if (amendment !== undefined) await vault.edit('amendCommitment', { commitmentId, text: amendment });
      if (outcome !== 'open') await vault.edit('setCommitmentOutcome', { commitmentId, outcome, on: dueOn, note });
    }
  };
}
