// What the methods answer about second coders: how far two agree, a pack for one, and what another copy of the study brings.
import type { CollectionName } from '#shared/model/records/index';

import type { HistoryChange } from './history-answers.ts';

/** Passages that one answer lists at most. */
export const PASSAGES_LISTED = 2000;

/** How two coders decided about one tag. */
export interface TagAgreement {
  /** Null for all tags together: each unit is as many decisions as there are tags. */
  tagId: string | null;
  /** Units by how the two decided: characters, sentences or turns. */
  table: { both: number; onlyFirst: number; onlySecond: number; neither: number };
  /** Part decided alike, 0 to 1; like the two others null where it is not defined. */
  percent: number | null;
  kappa: number | null;
  alpha: number | null;
}

/** Words about which two coders decided otherwise. */
export interface PassageAnswer {
  sourceId: string;
  /** The snippet of it that comes first in the text. */
  snippetId: string;
  /** Tags of the first and of the second coder. */
  tagIds: readonly [readonly string[], readonly string[]];
  /** Tags that only one of the two has there. */
  disputed: readonly string[];
}

export interface AgreementAnswer {
  /** Interviews that both coded, and snippets in them whose place is not sure and that do not count. */
  sources: number;
  unsure: number;
  /** All tags together first; empty when the two have no interview in common. */
  figures: TagAgreement[];
  passages: PassageAnswer[];
  /** Passages in all, also those beyond the list. */
  totalPassages: number;
}

/** The figures as a file: names of tags and counts, nobody's words. */
export interface AgreementFile {
  fileName: string;
  mediaType: string;
  base64: string;
}

export interface PackMade {
  folder: string;
  /** Interviews in it. */
  sources: number;
  /** Interviews that stay out for want of consent, and why, as sentences. */
  leftOut: string[];
  /** How many interviews and snippets that is, as one sentence; empty when nothing stays out. */
  leftOutInTotal: string[];
}

export interface MergePreview {
  /** Name of the other study, and of its folder. */
  name: string;
  folder: string;
  isPack: boolean;
  /** Tells this comparison from others: given back with the choices, so that only what was shown comes in. */
  shown: string;
  /** Records that come in, by kind and what becomes of them. */
  comes: { collection: CollectionName; what: HistoryChange['what']; count: number }[];
  /** Whose taggings come in; `alsoHere`: somebody of this name tagged here before the two parted, or since. */
  coders: { name: string; taggings: number; alsoHere: boolean }[];
  /** Read as: before = here, after = there. */
  conflicts: { record: HistoryChange; mayTakeThere: boolean }[];
  /** Finished sentences. */
  leftOut: string[];
  /** Finished sentences about tags that then stand beside one of the same name. */
  sameNames: string[];
}

export interface MergeDone {
  /** Records that came in or were changed; 0: there was nothing new. */
  changes: number;
  comes: MergePreview['comes'];
  leftOut: string[];
}
