// What an edit is: a name, the shape of its input, a label for undo, and a pure function on a draft.
import type { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import type { Steps } from '#shared/lib/steps';
import { withoutDirections } from '#shared/lib/text';
import type { Draft } from '#shared/model/draft';
import type { AnyRecord, CollectionName } from '#shared/model/records/index';
import type { Source } from '#shared/model/records/source';
import type { VaultReader } from '#shared/model/vault-state';
import type { Turn } from '#shared/model/transcript';

/** Everything an edit may use besides its input. Clock, ids and texts are handed in, so that edits stay pure. */
export interface EditContext {
  draft: Draft;
  /** ISO 8601 time of the edit. */
  now: string;
  /** Who makes it. */
  by: string;
  newId(): string;
  /** Turns of a source's current transcript, or of the revision given; the edit must have asked for it in `texts` or `revisions`. */
  turns(sourceId: string, revision?: number): readonly Turn[];
}

/** Ids of records an edit made, by what they are: `{ snippetId: '…' }`. Plain JSON. */
export type EditResult = Record<string, string | number | boolean | null | readonly string[]>;

export interface EditDefinition<Schema extends z.ZodType = z.ZodType, Result extends EditResult = EditResult> {
  name: string;
  input: Schema;
  /** Shown as “Undo <label>”; verb first, no transcript text. */
  label: string | ((input: z.output<Schema>, state: VaultReader) => string);
  /** Sources whose transcripts `run` will read. */
  texts?: (input: z.output<Schema>, state: VaultReader) => string[];
  /** Transcripts that lie in the vault already and that `run` makes the current ones. They are checked against what is said of them. */
  revisions?: (input: z.output<Schema>, state: VaultReader) => { sourceId: string; transcript: Source['transcript'] }[];
  /** Edits that may touch thousands of records are generators that halt after each, so that nothing else has to wait. */
  run(context: EditContext, input: z.output<Schema>): Result | Steps<Result>;
}

/** Types an edit from its schema; the list of all edits is in index.ts. */
export function defineEdit<Schema extends z.ZodType, Result extends EditResult>(
  definition: EditDefinition<Schema, Result>,
): EditDefinition<Schema, Result> {
  return definition;
}

/** The label of one edit, as a sentence that its names cannot turn round. */
export function labelOf({ label }: EditDefinition, input: unknown, state: VaultReader): string {
  return typeof label === 'string' ? label : withoutDirections(label(input, state));
}

/** Order value after all the given siblings. */
export function orderAfterAll(siblings: Iterable<{ order: number }>): number {
  let highest = 0;
  for (const sibling of siblings) highest = Math.max(highest, sibling.order);
  return highest + 1;
}

/** Order value between two neighbours; null at either end of the list. */
export function orderBetween(before: number | null, after: number | null): number {
  if (before === null && after === null) return 1;
  if (before === null) return (after ?? 0) - 1;
  if (after === null) return before + 1;
  return (before + after) / 2;
}

/** Least distance between two neighbours; below it the siblings have to be numbered anew. */
const LEAST_STEP = 1e-6;

/** Order values for `count` newcomers between two neighbours, evenly spread; null when there is no room left between them. */
export function ordersBetween(before: number | null, after: number | null, count: number): number[] | null {
  const low = before ?? (after === null ? 0 : after - count - 1);
  const step = before !== null && after !== null ? (after - before) / (count + 1) : 1;
  if (step < LEAST_STEP) return null;
  return Array.from({ length: count }, (_, place) => low + step * (place + 1));
}

/** Keeps only ids given once, in order. */
export function unique(ids: readonly string[]): string[] {
  // A set costs more than the tagging that most lists of one id are for.
  return ids.length < 2 ? [...ids] : [...new Set(ids)];
}

/** @throws AppError('conflict') when another record of the collection has this name already, without regard to case. */
export function requireFreeName(
  reader: VaultReader,
  collection: Extract<CollectionName, 'tags' | 'departments' | 'segments' | 'owners'>,
  name: string,
  exceptId: string | null,
  where: (record: AnyRecord) => boolean = () => true,
): void {
  const wanted = name.trim().toLowerCase();
  for (const record of reader.all(collection).values()) {
    if (record.id !== exceptId && record.name.trim().toLowerCase() === wanted && where(record)) {
      throw new AppError('conflict', `There is already one called “${record.name}”. Choose another name.`, {
        collection,
        id: record.id,
      });
    }
  }
}
