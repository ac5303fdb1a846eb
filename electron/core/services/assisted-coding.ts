// Assisted coding: finds passages to tag in all interviews, keeps the list while a person judges it, and tags those that stay.
import type { FoundPassage, PassageSearch } from '#shared/domain/assisted/find-passages';
import { compareRanges, rangesOverlap } from '#shared/domain/transcript/anchor';
import { AppError } from '#shared/lib/app-error';
import type { Source } from '#shared/model/records/source';
import type { TextRange } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';
import type { VaultReader } from '#shared/model/vault-state';
import type { PassageRequest, PassagesAnswer, PassagesTagged, ProposedPassage } from '#shared/rpc/assist-answers';

import type { Vault } from '../vault/vault.ts';
import type { Background } from './background.ts';
import type { Job } from './jobs.ts';
import type { StudyView } from './study-view.ts';

/** More are not looked for: nobody judges them. */
const MOST_PASSAGES = 50_000;
/** So many are shown; the others are tagged with them or not, as the person says. */
const SHOWN = 1000;
/** UTF-16 units of the turn shown before and after a passage. */
const CONTEXT = 80;
/** Text handed to the worker at once (UTF-16 units), and the time it may take (ms): a hard pattern must not keep it forever. */
const BATCH_LENGTH = 500_000;
const BATCH_TIMEOUT_MS = 6_000;

export interface StudyPassages {
  passages: ProposedPassage[];
  cutOff: boolean;
}

/**
 * Passages of the whole study: in the order of the interviews, or the most like first.
 * @throws AppError('bad-input') for a pattern that is none or takes too long, 'conflict' when a tag has too little to be like, 'cancelled'.
 */
export async function findPassagesInStudy(
  view: StudyView,
  background: Background,
  job: Job,
  request: PassageRequest,
): Promise<StudyPassages> {
  const search = await searchFor(view.state, background, job, request.search);
  const tagged = rangesWithTag(view.state, request.tagId ?? (request.search.kind === 'like' ? request.search.tagId : null));
  const found: { passage: ProposedPassage; score: number }[] = [];
  const sources = [...view.state.all('sources').values()].sort((left, right) => left.title.localeCompare(right.title));
  let done = 0;
  for await (const batch of batchesOf(view, sources)) {
    job.report(done, sources.length, 'Looking through the interviews');
    const silent = ({ speakers }: Source): string[] =>
      request.everybody ? [] : speakers.filter(({ role }) => role === 'interviewer').map(({ label }) => label);
    const texts = batch.map(({ source, turns }) => ({ id: source.id, turns, silent: silent(source) }));
    const answers = await background.run({ name: 'find-passages', batch: { sources: texts, search, unit: request.unit } }, limits(job));
    for (const [index, { sourceId, found: passages }] of answers.entries()) {
      const turns = batch[index]?.turns ?? [];
      for (const passage of passages) {
        const proposed = proposedPassage(sourceId, turns, passage);
        if (!(tagged.get(sourceId) ?? []).some((range) => rangesOverlap(range, proposed.range)))
          found.push({ passage: proposed, score: passage.score });
      }
    }
    done += batch.length;
    if (found.length > MOST_PASSAGES) break;
  }
  // The order of the interviews stays among equals.
  if (search.kind === 'like') found.sort((left, right) => right.score - left.score);
  return { passages: found.slice(0, MOST_PASSAGES).map(({ passage }) => passage), cutOff: found.length > MOST_PASSAGES };
}

const limits = ({ signal }: Job) => ({
  signal,
  timeoutMs: BATCH_TIMEOUT_MS,
  timeoutMessage: 'This pattern takes too long and was given up. Nothing was changed. Make it simpler, or look for plain words.',
});

async function searchFor(state: VaultReader, background: Background, job: Job, search: PassageRequest['search']): Promise<PassageSearch> {
  if (search.kind !== 'like') return search;
  const tag = state.require('tags', search.tagId);
  const [snippets, others]: [string[], string[]] = [[], []];
  const own = new Set(state.referring('tags', tag.id, 'taggings').map(({ snippetId }) => snippetId));
  for (const { id, quote } of state.all('snippets').values()) (own.has(id) ? snippets : others).push(quote);
  const likeness = snippets.length === 0 ? null : await background.run({ name: 'likeness', snippets, others }, limits(job));
  if (likeness) return { kind: 'like', likeness };
  throw new AppError(
    'conflict',
    snippets.length === 0
      ? `“${tag.name}” is on no snippet yet: there is nothing that others could be like. Tag a few passages by hand first.`
      : `The snippets of “${tag.name}” have no words that tell them from the others. Tag a few more by hand first.`,
  );
}

async function* batchesOf(view: StudyView, sources: readonly Source[]): AsyncGenerator<{ source: Source; turns: readonly Turn[] }[]> {
  let batch: { source: Source; turns: readonly Turn[] }[] = [];
  let length = 0;
  for (const source of sources) {
    const turns = await view.turns(source.id);
    batch.push({ source, turns });
    length += turns.reduce((sum, { text }) => sum + text.length, 0);
    if (length < BATCH_LENGTH) continue;
    yield batch;
    [batch, length] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/** By source: where snippets with the tag stand. */
function rangesWithTag(state: VaultReader, tagId: string | null): Map<string, TextRange[]> {
  const ranges = new Map<string, TextRange[]>();
  if (tagId === null) return ranges;
  for (const { snippetId } of state.referring('tags', tagId, 'taggings')) {
    const { sourceId, range } = state.require('snippets', snippetId);
    ranges.set(sourceId, [...(ranges.get(sourceId) ?? []), range].sort(compareRanges));
  }
  return ranges;
}

function proposedPassage(sourceId: string, turns: readonly Turn[], { turn, startOffset, endOffset, words }: FoundPassage): ProposedPassage {
  const { text = '', speaker = null, startMs = null } = turns[turn] ?? {};
  const from = Math.max(0, startOffset - CONTEXT);
  const to = Math.min(text.length, endOffset + CONTEXT);
  return {
    sourceId,
    range: { startTurn: turn, startOffset, endTurn: turn, endOffset },
    quote: text.slice(startOffset, endOffset),
    before: from > 0 ? `…${text.slice(from, startOffset).replace(/^\S*/u, '')}` : text.slice(0, startOffset),
    after: to < text.length ? `${withoutLastWord(text.slice(endOffset, to))}…` : text.slice(endOffset),
    speaker,
    startMs,
    words,
  };
}

/** The text up to its last white space: what was cut off behind it may be half a word. */
function withoutLastWord(text: string): string {
  let end = text.length;
  while (end > 0 && !/\s/u.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).trimEnd();
}

/** Keeps the passages that a window judges: one list at a time. */
export class AssistedCoding {
  readonly #background: Background;
  readonly #newId: () => string;
  #kept: { findId: string; passages: readonly ProposedPassage[] } | null = null;

  constructor(background: Background, newId: () => string) {
    this.#background = background;
    this.#newId = newId;
  }

  /** Looks for passages. @throws as findPassagesInStudy. */
  async find(view: StudyView, request: PassageRequest, job: Job): Promise<PassagesAnswer> {
    const { passages, cutOff } = await findPassagesInStudy(view, this.#background, job, request);
    const findId = this.#newId();
    this.#kept = { findId, passages };
    const sources = new Set(passages.map(({ sourceId }) => sourceId)).size;
    return { findId, total: passages.length, sources, passages: passages.slice(0, SHOWN), cutOff };
  }

  /** Tags the passages of a list but those left out (by their place in it), as one step. A cancel leaves nothing of it. */
  async tag(
    vault: Vault,
    findId: string,
    leaveOut: readonly number[],
    tags: { tagIds: string[]; newTag?: { name: string } | undefined },
    job: Job,
  ): Promise<PassagesTagged> {
    if (this.#kept?.findId !== findId)
      throw new AppError('not-found', 'These passages have to be looked for again: the list was not kept. Nothing was changed.');
    const without = new Set(leaveOut);
    const passages = this.#kept.passages.filter((_, place) => !without.has(place)).map(({ sourceId, range }) => ({ sourceId, range }));
    const { tagIds, newTag } = tags;
    try {
      await vault.edit('tagPassages', { passages, tagIds, ...(newTag ? { newTag } : {}) }, { job });
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') return { cancelled: true, tagged: 0 };
      throw error;
    }
    this.#kept = null;
    return { cancelled: false, tagged: passages.length };
  }

  clear(): void {
    this.#kept = null;
  }
}
