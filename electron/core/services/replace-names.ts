// Names in the interviews of a study: proposed, and replaced in all of them as one step.
import { createReplaceNames, type NameChoice, replaceInTurns } from '#shared/domain/names/replace-names';
import { findNames, type FoundName } from '#shared/domain/names/find-names';
import { AppError } from '#shared/lib/app-error';
import type { Turn } from '#shared/model/transcript';
import type { ProposedName, ReplacedNames } from '#shared/rpc/answers';
import type { EditInput } from '#shared/edits/index';

import { withPauses } from '../vault/pauses.ts';
import type { Vault } from '../vault/vault.ts';
import { measure } from './import-service.ts';
import type { Job } from './jobs.ts';
import type { StudyView } from './study-view.ts';

/** Reads only. @param sourceIds those that are looked through; null: all. @throws AppError('not-found') for a source that is none. */
export async function proposeNames(view: StudyView, sourceIds: readonly string[] | null, job?: Job): Promise<FoundName[]> {
  await view.settled();
  const ids = sourceIds ?? [...view.state.all('sources').keys()];
  const texts: { id: string; turns: readonly Turn[] }[] = [];
  for (const [index, id] of ids.entries()) {
    if (job?.signal.aborted) throw stopped();
    const source = view.state.require('sources', id);
    job?.report(index, ids.length, source.title);
    texts.push({ id, turns: await view.turns(id) });
  }
  return withPauses(findNames(texts, [...view.state.all('participants').values()]));
}

/** Words shown around the first place (UTF-16 units on each side). */
const AROUND = 50;

/** The same for a window: each with its first place in words. */
export async function proposedNames(view: StudyView, sourceIds: readonly string[] | null, job?: Job): Promise<ProposedName[]> {
  const names: ProposedName[] = [];
  for (const { kind, text, replacement, places } of await proposeNames(view, sourceIds, job)) {
    const [first] = places;
    const turn = first ? (await view.turns(first.sourceId))[first.turn] : undefined;
    const example = turn && first ? turn.text.slice(Math.max(0, first.start - AROUND), first.end + AROUND).toWellFormed() : '';
    names.push({ kind, text, replacement, count: places.length, sources: new Set(places.map(({ sourceId }) => sourceId)).size, example });
  }
  return names;
}

/**
 * Replaces the names in every interview, every quote and everything written, as one step; a cancel leaves nothing of it.
 * @throws AppError('bad-input') for choices that cannot be, 'cancelled'.
 */
export async function replaceNamesInStudy(vault: Vault, choices: readonly NameChoice[], job?: Job): Promise<ReplacedNames> {
  const replace = createReplaceNames(choices);
  const revisions: EditInput<'replaceNames'>['revisions'] = [];
  const sources = [...vault.state.all('sources').values()];
  const letGo = async (): Promise<void> => {
    for (const { sourceId, transcript } of revisions) await vault.transcripts.discard(sourceId, transcript.revision);
  };
  try {
    for (const [index, source] of sources.entries()) {
      if (job?.signal.aborted) throw stopped();
      job?.report(index, sources.length, source.title);
      const { turns, heading } = await vault.transcripts.readSource(source);
      const next = replaceInTurns(turns, replace);
      const head = heading === undefined ? undefined : replace(heading);
      if (next === turns && head === heading) continue;
      const revision = await vault.transcripts.nextRevision(source.id);
      const text = { turns: [...next], ...(head ? { heading: head } : {}) };
      const sha256 = await vault.transcripts.write(source.id, revision, text);
      revisions.push({ sourceId: source.id, from: source.transcript.revision, transcript: { revision, sha256, ...measure(text) } });
    }
    const { result } = await vault.edit('replaceNames', { choices: [...choices], revisions }, { job });
    return { sources: revisions.length, ...(result as unknown as Omit<ReplacedNames, 'sources'>) };
  } catch (error) {
    await letGo();
    throw error;
  }
}

const stopped = (): AppError => new AppError('cancelled', 'Replacing names was stopped. Nothing was changed.');
