// What was heard in a span of days: conversations, themes that came up, people behind them and their words, as far as these may be shown.
import { pickQuotes, type Voices } from '#shared/domain/readout/choose-quotes';
import { citationOf } from '#shared/domain/readout/person-names';
import type { ReadoutScope } from '#shared/domain/readout/readout-scope';
import { dayInWords } from '#shared/domain/readout/sentences';
import { conversationLog } from '#shared/domain/rhythm/conversation-log';
import type { ConversationKind } from '#shared/model/records/conversation';

import { textsOut } from './texts-out.ts';

/** Quotes of one theme. */
const QUOTES_OF_A_THEME = 2;

/** Both days belong to it, `2026-06-30`. */
export interface Days {
  from: string;
  to: string;
}

export interface HeardQuote {
  snippetId: string;
  words: string;
  /** `P07 · sales-led · 26 May 2026`. */
  citation: string;
  /** Day of the conversation; null where nobody noted it. */
  heldOn: string | null;
}

export interface HeardConversation {
  heldOn: string;
  kind: ConversationKind;
  genuine: boolean;
  /** Those of us who were there. */
  listeners: string[];
  learned: string;
  influence: string;
  conversationId: string | null;
  sourceId: string | null;
}

export interface HeardTheme {
  themeId: string;
  /** Its insight, else its name; may be empty. */
  claim: string;
  /** Distinct people in these days. */
  people: number;
  /** Nothing of it was heard on an earlier day. */
  isNew: boolean;
  quotes: HeardQuote[];
}

export interface Heard extends Days {
  /** Newest first. */
  conversations: HeardConversation[];
  /** Most people first. */
  themes: HeardTheme[];
  /** Distinct people with words marked in these days. */
  people: number;
  /** Words that are counted and not shown. */
  withheld: { quotes: number; people: number };
}

/** Days are those on which the sources were held; a source without a day belongs to no span. */
export function heardBetween(scope: ReadoutScope, { from, to }: Days): Heard {
  const inside = snippetsBetween(scope, { from, to });
  const held = [...inside].filter((id) => scope.withheld.snippetIds.has(id));
  const voices: Voices = new Map();
  const themes = scope.matrix.rows
    .map(({ theme }) => {
      const all = [...scope.evidence.family(theme.id).snippetIds];
      const now = all.filter((id) => inside.has(id));
      const people = scope.evidence.peopleBehind(now).length;
      const isNew = !all.some((id) => isBefore(dayOf(scope, id), from));
      return { themeId: theme.id, claim: scope.shown(theme.insight.trim() || theme.name.trim()), people, isNew, now };
    })
    .filter(({ people }) => people > 0)
    .sort((left, right) => right.people - left.people || (left.themeId < right.themeId ? -1 : 1))
    .map(({ now, ...theme }) => ({ ...theme, quotes: quotesOf(scope, pickQuotes(scope, now, QUOTES_OF_A_THEME, voices)) }));
  return {
    from,
    to,
    conversations: conversationsBetween(scope, { from, to }),
    themes,
    people: scope.evidence.peopleBehind(inside).length,
    withheld: { quotes: held.length, people: new Set(held.flatMap((id) => scope.withheld.blockedIn(id))).size },
  };
}

/** Snippets of sources held in these days, withheld ones among them. */
export function snippetsBetween({ reader }: ReadoutScope, { from, to }: Days): Set<string> {
  const inside = new Set<string>();
  for (const source of reader.all('sources').values()) {
    if (source.heldOn === null || source.heldOn < from || source.heldOn > to) continue;
    for (const { id } of reader.referring('sources', source.id, 'snippets')) inside.add(id);
  }
  return inside;
}

/** Words, citations and days of snippets that may be shown; withheld ones are left out. */
export function quotesOf(scope: ReadoutScope, snippetIds: Iterable<string>): HeardQuote[] {
  return [...snippetIds].flatMap((snippetId) => {
    const snippet = scope.reader.get('snippets', snippetId);
    if (!snippet || scope.withheld.snippetIds.has(snippetId)) return [];
    const heldOn = scope.reader.get('sources', snippet.sourceId)?.heldOn ?? null;
    return [{ snippetId, words: scope.shown(snippet.quote), citation: citationOf(scope, snippet, dayInWords), heldOn }];
  });
}

/** What was learned from somebody whose words are withheld stays inside too: it may repeat them. */
function conversationsBetween(scope: ReadoutScope, { from, to }: Days): HeardConversation[] {
  const out = textsOut(scope);
  return conversationLog(scope.reader, to)
    .filter(({ heldOn }) => heldOn >= from)
    .map(({ heldOn, kind, genuine, people, learned, influence, conversationId, sourceId }) => {
      const inside = sourceId !== null && scope.withheld.sourceIds.has(sourceId);
      return {
        heldOn,
        kind,
        genuine,
        listeners: [...new Set(people.map(({ name }) => scope.shown(name)))],
        learned: inside ? '' : out(learned),
        influence: inside ? '' : out(influence),
        conversationId,
        sourceId,
      };
    });
}

function dayOf({ reader }: ReadoutScope, snippetId: string): string | null {
  const snippet = reader.get('snippets', snippetId);
  return snippet ? (reader.get('sources', snippet.sourceId)?.heldOn ?? null) : null;
}

function isBefore(day: string | null, other: string): boolean {
  return day !== null && day < other;
}
