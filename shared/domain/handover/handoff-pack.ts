// The hand-off pack for marketing and sales: stories, pains, customers' own words, and what they hold against what we say.
import { pickQuotes, type Voices } from '#shared/domain/readout/choose-quotes';
import { customerAsHeard, type CustomerAsHeard } from '#shared/domain/readout/customer-as-heard';
import { rankFindings } from '#shared/domain/readout/rank-findings';
import type { ReadoutScope } from '#shared/domain/readout/readout-scope';
import type { SpokenWord } from '#shared/domain/readout/spoken-words';

import { type HeardQuote, quotesOf } from './heard-between.ts';
import { textsOut } from './texts-out.ts';

const STORIES = 8;
const PAINS = 6;
const QUOTES_EACH = 2;
/** A key quote of at least this length tells what happened (UTF-16 units). */
const STORY_LENGTH = 160;

export interface PackPain {
  themeId: string;
  claim: string;
  people: number;
  quotes: HeardQuote[];
}

/** What people hold against a statement of ours, or why they left or complained. */
export interface PackObjection {
  /** Null for what stands in complaints and in calls about deals won and lost. */
  assumptionId: string | null;
  /** The statement that people spoke against; empty for the others. */
  statement: string;
  people: number;
  quotes: HeardQuote[];
}

export interface HandoffPack {
  /** Everybody heard in the study. */
  heard: number;
  stories: HeardQuote[];
  pains: PackPain[];
  /** True when the pains were chosen as “What gets in the way”; else the findings stand for them. */
  painsChosen: boolean;
  words: SpokenWord[];
  /** Quotes chosen for “Their words”. */
  wordQuotes: HeardQuote[];
  objections: PackObjection[];
  withheld: { quotes: number; people: number };
}

/** Composes the pack. The same quote stands once in stories and pains. */
export function handoffPack(scope: ReadoutScope): HandoffPack {
  const heard = customerAsHeard(scope);
  const voices: Voices = new Map();
  const stories = pickQuotes(scope, storySnippets(scope), STORIES, voices, partOf(heard, 'experience').snippetIds);
  const told = new Set(stories);
  const held = [...scope.withheld.snippetIds];
  return {
    heard: scope.heard.length,
    stories: quotesOf(scope, stories),
    ...painsOf(scope, heard, told, voices),
    words: heard.words,
    wordQuotes: quotesOf(scope, partOf(heard, 'words').snippetIds),
    objections: [...againstStatements(scope), ...fromDeals(scope)],
    withheld: { quotes: held.length, people: new Set(held.flatMap((id) => scope.withheld.blockedIn(id))).size },
  };
}

function partOf({ parts }: CustomerAsHeard, wanted: string): CustomerAsHeard['parts'][number] {
  const found = parts.find(({ part }) => part === wanted);
  if (!found) throw new TypeError(`The customer has no part ${wanted}.`);
  return found;
}

/** Whatever was told to the front line, and key quotes long enough to tell something. */
function* storySnippets({ reader }: ReadoutScope): Generator<string> {
  for (const { id, sourceId, starred, quote } of reader.all('snippets').values()) {
    const kind = reader.get('sources', sourceId)?.kind;
    if (kind === 'frontline-story' || (starred && quote.length >= STORY_LENGTH)) yield id;
  }
}

function painsOf(
  scope: ReadoutScope,
  heard: CustomerAsHeard,
  told: ReadonlySet<string>,
  voices: Voices,
): Pick<HandoffPack, 'pains' | 'painsChosen'> {
  const chosen = partOf(heard, 'obstacles').themes.map(({ theme, claim, people }) => ({ themeId: theme.id, claim, people }));
  const found = rankFindings(scope).map(({ row, claim }) => ({ themeId: row.theme.id, claim, people: row.people.length }));
  const pains = (chosen.length > 0 ? chosen : found).slice(0, PAINS).map((pain) => {
    const left = [...scope.evidence.family(pain.themeId).snippetIds].filter((id) => !told.has(id));
    return { ...pain, quotes: quotesOf(scope, pickQuotes(scope, left, QUOTES_EACH, voices)) };
  });
  return { pains, painsChosen: chosen.length > 0 };
}

function againstStatements(scope: ReadoutScope): PackObjection[] {
  const out = textsOut(scope);
  return scope.matrix.groups
    .flatMap(({ assumptions }) => assumptions)
    .map(({ id, statement }) => objection(scope, id, out(statement), scope.verdicts.get(id)?.snippetIds.contradicting ?? []))
    .filter(({ people }) => people > 0)
    .sort((left, right) => right.people - left.people);
}

function fromDeals(scope: ReadoutScope): PackObjection[] {
  const ids = [...scope.reader.all('snippets').values()]
    .filter(({ sourceId }) => ['complaint', 'win-loss'].includes(scope.reader.get('sources', sourceId)?.kind ?? ''))
    .map(({ id }) => id);
  const found = objection(scope, null, '', ids);
  return found.people > 0 ? [found] : [];
}

function objection(scope: ReadoutScope, assumptionId: string | null, statement: string, snippetIds: Iterable<string>): PackObjection {
  const ids = [...snippetIds];
  const quotes = quotesOf(scope, pickQuotes(scope, ids, QUOTES_EACH));
  return { assumptionId, statement, people: scope.evidence.peopleBehind(ids).length, quotes };
}
