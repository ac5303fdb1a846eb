// What the methods answer about assisted coding: passages that were found, and tags that are proposed.
import { z } from 'zod';

import { PASSAGE_UNITS } from '#shared/model/passage-units';
import { idField } from '#shared/model/records/fields';
import type { TextRange } from '#shared/model/records/snippet';

/** What to look for, and where. */
export const passageRequestSchema = z.strictObject({
  search: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), text: z.string().min(1).max(1000) }),
    z.strictObject({ kind: z.literal('pattern'), pattern: z.string().min(1).max(1000) }),
    /** What is like the snippets of this tag. */
    z.strictObject({ kind: z.literal('like'), tagId: idField }),
  ]),
  unit: z.enum(PASSAGE_UNITS),
  /** Also what interviewers say. */
  everybody: z.boolean().default(false),
  /** Passages that have this tag already are left out. */
  tagId: idField.nullable().default(null),
});

export type PassageRequest = z.output<typeof passageRequestSchema>;

/** One passage for the person to judge. */
export interface ProposedPassage {
  sourceId: string;
  range: TextRange;
  quote: string;
  /** Words of the turn right before and after. */
  before: string;
  after: string;
  speaker: string | null;
  startMs: number | null;
  /** Why it is here: the words that were found, or those that it shares with the tag's snippets. */
  words: string[];
}

export interface PassagesAnswer {
  /** Names the list that is kept until it is tagged or another is looked for. */
  findId: string;
  total: number;
  sources: number;
  /** The first of them; the best first when likeness was asked for. */
  passages: ProposedPassage[];
  /** There were more than can be judged; the rest was not looked for. */
  cutOff: boolean;
}

export interface PassagesTagged {
  /** `cancelled`: the person stopped it, and nothing was tagged. */
  cancelled: boolean;
  tagged: number;
}

/** A tag that snippets like this one have. */
export interface ProposedTag {
  tagId: string;
  /** Part of the likeness that speaks for it, 0 to 1. */
  share: number;
  because: { snippetId: string; words: string[] }[];
}
