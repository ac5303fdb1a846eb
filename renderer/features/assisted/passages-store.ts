// Passages on their way to being tagged: what is looked for, what was found, and which of it the person wants.
import { create } from 'zustand';

import { AppError } from '#shared/lib/app-error';
import { foldForSearch } from '#shared/lib/text';
import type { PassageUnit } from '#shared/model/passage-units';
import type { Tag } from '#shared/model/records/tag';
import type { PassageRequest, PassagesAnswer } from '#shared/rpc/assist-answers';
import { notify } from '#renderer/stores/notification-store';
import { endProgress } from '#renderer/stores/progress-store';
import { call } from '#renderer/stores/session';
import { projection, useVaultStore } from '#renderer/stores/vault-store';

export type LookedFor = PassageRequest['search']['kind'];

export type PassagesPhase =
  | { at: 'closed' }
  | { at: 'asking'; message: string | null }
  | { at: 'finding'; jobId: string }
  | { at: 'judging'; answer: PassagesAnswer; message: string | null }
  | { at: 'tagging'; answer: PassagesAnswer; jobId: string };

interface PassagesState {
  phase: PassagesPhase;
  kind: LookedFor;
  /** Words or pattern. */
  typed: string;
  /** Name of the tag that others shall be like. */
  likeName: string;
  unit: PassageUnit;
  everybody: boolean;
  /** Name of the tag that the passages get. */
  tagName: string;
  /** Places in the list that the person wants. */
  wanted: ReadonlySet<number>;
}

const FRESH: Omit<PassagesState, 'phase'> = {
  kind: 'text',
  typed: '',
  likeName: '',
  unit: 'sentence',
  everybody: false,
  tagName: '',
  wanted: new Set(),
};

export const usePassagesStore = create<PassagesState>()(() => ({ phase: { at: 'closed' }, ...FRESH }));

const go = (phase: PassagesPhase): void => usePassagesStore.setState({ phase });
const isAt = (phase: PassagesPhase): boolean => usePassagesStore.getState().phase === phase;

/** The tag of a name, without regard to case and accents. */
export function tagNamed(name: string): Tag | undefined {
  const wanted = foldForSearch(name.trim());
  return wanted === '' ? undefined : [...projection.state.all('tags').values()].find((tag) => foldForSearch(tag.name) === wanted);
}

/** Opens the dialog as it was left. */
export function openPassages(): void {
  if (useVaultStore.getState().status === null || usePassagesStore.getState().phase.at !== 'closed') return;
  go({ at: 'asking', message: null });
}

/** Looks for what is like the snippets of a tag, at once. */
export function findLikeTag(tagId: string): void {
  const { name } = projection.state.require('tags', tagId);
  if (usePassagesStore.getState().phase.at !== 'closed') return;
  usePassagesStore.setState({ ...FRESH, kind: 'like', likeName: name, tagName: name });
  go({ at: 'asking', message: null });
  void findPassages();
}

/** A change of what is looked for: what was found before no longer answers it. */
export function changeSearch(fields: Partial<Pick<PassagesState, 'kind' | 'typed' | 'likeName' | 'unit' | 'everybody'>>): void {
  const { phase } = usePassagesStore.getState();
  usePassagesStore.setState({ ...fields, ...(phase.at === 'judging' ? { phase: { at: 'asking', message: null } } : {}) });
}

function requestOf({ kind, typed, likeName, unit, everybody, tagName }: PassagesState): PassageRequest | string {
  const tag = tagNamed(tagName);
  const rest = { unit, everybody, tagId: tag?.id ?? null };
  if (kind === 'like') {
    const like = tagNamed(likeName);
    return like ? { search: { kind, tagId: like.id }, ...rest } : 'Choose the tag that the passages shall be like.';
  }
  if (typed.trim() === '') return kind === 'text' ? 'Type the words to look for.' : 'Type a pattern to look for.';
  return { search: kind === 'text' ? { kind, text: typed } : { kind, pattern: typed }, ...rest };
}

/** Looks through the interviews. Words and patterns fit or do not, so all are wanted at first; likeness is only a guess, so none is. */
export async function findPassages(): Promise<void> {
  const request = requestOf(usePassagesStore.getState());
  if (typeof request === 'string') return go({ at: 'asking', message: request });
  const jobId = crypto.randomUUID();
  const finding: PassagesPhase = { at: 'finding', jobId };
  go(finding);
  try {
    const answer = await call('assist.find', { jobId, request });
    if (!isAt(finding)) return;
    const all = request.search.kind === 'like' ? [] : Array.from({ length: answer.total }, (_, place) => place);
    usePassagesStore.setState({ wanted: new Set(all) });
    go(answer.total === 0 ? { at: 'asking', message: nothingFound(request) } : { at: 'judging', answer, message: null });
  } catch (error) {
    if (isAt(finding)) go({ at: 'asking', message: sentenceOf(error, 'Nothing could be looked for. Nothing was changed.') });
  } finally {
    endProgress(jobId);
  }
}

function nothingFound({ tagId, everybody }: PassageRequest): string {
  const already = tagId === null ? '' : ' that does not have this tag yet';
  return `Nothing was found${already}. ${everybody ? 'Try fewer or other words.' : 'Try other words, or look at what interviewers say too.'}`;
}

/** Tags what is wanted, as one step. */
export async function tagWanted(answer: PassagesAnswer): Promise<void> {
  const { wanted, tagName } = usePassagesStore.getState();
  const name = tagName.trim();
  if (name === '') return go({ at: 'judging', answer, message: 'Type the tag that the passages get.' });
  const jobId = crypto.randomUUID();
  go({ at: 'tagging', answer, jobId });
  const leaveOut = Array.from({ length: answer.total }, (_, place) => place).filter((place) => !wanted.has(place));
  const tag = tagNamed(name);
  try {
    const tags = tag ? { tagIds: [tag.id] } : { newTag: { name } };
    const { cancelled, tagged } = await call('assist.tag', { jobId, findId: answer.findId, leaveOut, ...tags });
    if (cancelled) return go({ at: 'judging', answer, message: 'Stopped. Nothing was tagged.' });
    usePassagesStore.setState(FRESH);
    go({ at: 'closed' });
    notify({
      kind: 'info',
      message: `${tagged === 1 ? '1 passage was' : `${tagged} passages were`} tagged “${name}”. Undo takes all of it back.`,
    });
  } catch (error) {
    go({ at: 'judging', answer, message: sentenceOf(error, 'Tagging failed inside Plumbline. Nothing was tagged.') });
  } finally {
    endProgress(jobId);
  }
}

/** Stops what runs; nothing of it stays. */
export function stopPassages(): void {
  const { phase } = usePassagesStore.getState();
  if (phase.at !== 'finding' && phase.at !== 'tagging') return;
  void call('job.cancel', { jobId: phase.jobId }).catch(() => undefined);
  if (phase.at === 'finding') go({ at: 'asking', message: null });
}

/** Leaves the dialog; what was asked is still there when it is opened again. Tagging that runs goes on. */
export function closePassages(): void {
  if (usePassagesStore.getState().phase.at === 'tagging') return;
  stopPassages();
  go({ at: 'closed' });
}

function sentenceOf(error: unknown, otherwise: string): string {
  return error instanceof AppError ? error.message : otherwise;
}
