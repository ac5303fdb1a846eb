// What the core and the thread of the search say to each other.
import type { Excerpt } from '#shared/domain/search/excerpt';
import type { TextDocument, TextQuery } from '#shared/domain/search/text-document';
import type { AppErrorReply } from '#shared/lib/app-error';

import type { IndexPiece } from './stored-index.ts';

/** A transcript whose turns are in the index. */
export interface SearchedText {
  sourceId: string;
  /** Of its transcript file. */
  sha256: string;
}

export interface FoundText extends Excerpt {
  key: string;
  kind: number;
  extra: string;
}

export interface FoundTexts {
  kinds: { kind: number; total: number; more: boolean; found: FoundText[] }[];
  corrections: { typed: string; words: string[] }[];
}

type Nothing = Readonly<Record<string, never>>;

/** Requests of the thread by name: what is given and what is answered. */
export interface SearchRequests {
  /** Begins with a stored index, or an empty one. Answers which transcripts it lacks; others than these are dropped. */
  open: { given: { stored: Uint8Array | null; studyId: string; texts: SearchedText[] }; answer: { missing: string[] } };
  put: { given: { documents: TextDocument[] }; answer: null };
  remove: { given: { keys: string[] }; answer: null };
  /** Puts a transcript in the place of its earlier self. */
  putText: { given: SearchedText & { documents: TextDocument[] }; answer: null };
  removeText: { given: { sourceId: string }; answer: null };
  /** All there is was given: drops records of the stored index that were not, and makes the index compact. */
  settle: { given: Nothing; answer: { changed: boolean; documents: number } };
  find: { given: { query: TextQuery; limit: number }; answer: FoundTexts };
  /** Begins to give the index as the pieces of one file; any change of the index ends that. */
  store: { given: Nothing; answer: null };
  /** The next piece; null when all were given, or when the index changed meanwhile and the pieces make no whole. */
  storePiece: { given: Nothing; answer: { piece: IndexPiece | null; whole: boolean } };
}

export type SearchRequestName = keyof SearchRequests;
export type SearchRequest = { [N in SearchRequestName]: { id: number; name: N } & SearchRequests[N]['given'] }[SearchRequestName];
export type SearchReply = { id: number; answer: unknown } | { id: number; error: AppErrorReply };
