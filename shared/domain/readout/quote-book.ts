// The quotes of a readout: their words, lines and numbers, and the one place where each is at home.
import type { Snippet } from '#shared/model/records/snippet';

import type { QuotePlan } from './choose-quotes.ts';
import { citationOf, personName } from './person-names.ts';
import { type Block, quoteAnchor, type ReadoutQuote, type ReadoutSection } from './readout-content.ts';
import type { ReadoutScope } from './readout-scope.ts';

/** Words of a quote on page 1, where three must fit beside everything else. */
export const WORDS_ON_PAGE_ONE = 24;
/** Words of a quote elsewhere; longer passages are cut with […]. */
const WORDS_OF_A_QUOTE = 120;

export interface QuoteBook {
  readonly plan: QuotePlan;
  /** The snippet as a quote; null when it is gone or withheld. */
  quote(snippetId: string, side?: ReadoutQuote['side'], words?: number): ReadoutQuote | null;
}

/** Numbers quotes in the order in which they are first asked for. */
export function createQuoteBook(scope: ReadoutScope, plan: QuotePlan): QuoteBook {
  const numbers = new Map<string, number>();
  return {
    plan,
    quote(snippetId, side = null, words = WORDS_OF_A_QUOTE) {
      const snippet = scope.reader.get('snippets', snippetId);
      if (!snippet || scope.withheld.snippetIds.has(snippetId)) return null;
      const number = numbers.get(snippetId) ?? numbers.size + 1;
      numbers.set(snippetId, number);
      return {
        number,
        snippetId,
        lines: cutLines(linesOf(scope, snippet), words),
        citation: citationOf(scope, snippet),
        people: scope.evidence.peopleOf(snippetId).map((person) => personName(scope, person)),
        side,
        anchor: null,
      };
    },
  };
}

type Line = ReadoutQuote['lines'][number];

/** Turns of one voice need no names; with several voices each line says whose it is, so that no question passes for an answer. */
function linesOf(scope: ReadoutScope, snippet: Snippet): Line[] {
  const texts = snippet.quote.split('\n');
  const { startTurn, endTurn } = snippet.range;
  // Where its words stand today is not known: then neither is who said which line.
  const turnLabels = snippet.review ? null : scope.options.turnSpeakers?.(snippet.sourceId);
  const labels = turnLabels?.slice(startTurn, endTurn + 1) ?? [];
  const several = new Set(labels).size > 1 && labels.length === texts.length;
  const lines = texts.map((text, index) => ({
    speaker: several ? voiceOf(scope, snippet.sourceId, labels[index] ?? null) : null,
    text: scope.shown(text.trim()),
  }));
  return lines.filter((line) => line.text !== '');
}

function voiceOf(scope: ReadoutScope, sourceId: string, label: string | null): string {
  const speaker = scope.reader.get('sources', sourceId)?.speakers.find((each) => each.label === label);
  if (speaker?.role === 'interviewer') return 'Interviewer';
  if (speaker?.role === 'other') return 'Another voice';
  return speaker?.participantId ? personName(scope, speaker.participantId) : 'Participant';
}

/** Keeps the first words, over all lines, and marks the cut. */
function cutLines(lines: readonly Line[], words: number): Line[] {
  const kept: Line[] = [];
  let left = words;
  for (const line of lines) {
    const parts = line.text.split(/(\s+)/u);
    const count = Math.ceil(parts.length / 2);
    if (count > left) {
      if (left > 0) kept.push({ ...line, text: `${parts.slice(0, 2 * left - 1).join('')} […]` });
      else markCut(kept);
      return kept;
    }
    kept.push(line);
    left -= count;
  }
  return kept;
}

function markCut(lines: Line[]): void {
  const last = lines.at(-1);
  if (last) lines[lines.length - 1] = { ...last, text: `${last.text} […]` };
}

/**
 * Gives each quote its anchor in exactly one place: in the finding that shows it, else where it appears first.
 * All other appearances lead there.
 */
export function settleQuotes(sections: readonly ReadoutSection[]): ReadoutSection[] {
  const settled = new Set<number>();
  const result = [...sections];
  const order = [...sections.keys()].sort((left, right) => rank(sections[left]) - rank(sections[right]) || left - right);
  for (const index of order) {
    const section = sections[index];
    if (section) result[index] = { ...section, blocks: section.blocks.map((block) => settleBlock(block, settled)) };
  }
  return result;
}

function rank(section: ReadoutSection | undefined): number {
  return section?.kind === 'finding' ? 0 : 1;
}

function settleBlock(block: Block, settled: Set<number>): Block {
  const settle = (quote: ReadoutQuote): ReadoutQuote => {
    if (settled.has(quote.number)) return quote;
    settled.add(quote.number);
    return { ...quote, anchor: quoteAnchor(quote.number) };
  };
  if (block.type === 'quotes') return { ...block, quotes: block.quotes.map(settle) };
  if (block.type === 'claim' && block.quote) return { ...block, quote: settle(block.quote) };
  return block;
}

/** Every quote of a section, in order. */
export function quotesOf(section: ReadoutSection): ReadoutQuote[] {
  return section.blocks.flatMap((block) => {
    if (block.type === 'quotes') return block.quotes;
    return block.type === 'claim' && block.quote ? [block.quote] : [];
  });
}
