// Digest, hand-off pack and gate as Markdown, to be sent round.
import { escapeMarkdown } from '#shared/domain/readout/escape-markdown';
import type { ReadoutScope } from '#shared/domain/readout/readout-scope';
import { dayInWords, listed, monthOf, people, peopleOfPeople } from '#shared/domain/readout/sentences';
import { CONVERSATION_WORDS } from '#shared/domain/rhythm/rhythm-words';
import { countNoun } from '#shared/lib/text';
import type { Gate } from '#shared/model/records/gate';

import type { Digest, DigestAssumption } from './digest.ts';
import type { HandoffPack, PackObjection } from './handoff-pack.ts';
import type { Heard, HeardConversation, HeardQuote } from './heard-between.ts';
import { bullets, inline, lines, orNone, page } from './markdown-blocks.ts';
import { textsOut } from './texts-out.ts';

type Withheld = Heard['withheld'];

/** The line under a quote as Markdown: whose words they are. */
export type Cite = (quote: HeardQuote) => string;

/** As it leaves the study: words alone. */
export const plainCitation: Cite = ({ citation }) => escapeMarkdown(citation);

/** The digest as a document. Sections without content say so. @param cite the line under each quote, called in their order. */
export function digestMarkdown(scope: ReadoutScope, digest: Digest, cite = plainCitation): string {
  const quoteBlock = quoteWith(cite);
  const { month, conversations, themes, listeners, assumptions, withheld } = digest;
  const genuine = conversations.filter((each) => each.genuine).length;
  return page([
    `# ${inline(scope.shown(scope.study.name))}: what we learned in ${monthOf(`${month}-01`)}`,
    `${countNoun(genuine, 'conversation', 'conversations')} with customers, words of ${people(digest.people)} marked.`,
    ...withheldLine(withheld),
    '## What was heard',
    ...(themes.length === 0 ? ['Nothing was marked from conversations of this month.'] : []),
    ...themes.flatMap(({ claim, people: count, isNew, quotes }) => [
      `### ${inline(claim || 'A theme without a name')}`,
      `${peopleOfPeople(count, digest.people)}${isNew ? ', heard for the first time' : ''}.`,
      ...quotes.map(quoteBlock),
    ]),
    '## Who listened, and what they learned',
    listeners.length === 0
      ? 'Nobody is noted.'
      : bullets(listeners.map((each) => `${inline(each.name)}: ${countNoun(each.conversations, 'conversation', 'conversations')}`)),
    bullets(conversations.filter(({ learned, influence }) => learned + influence !== '').map(learnedLine)),
    '## Statements that people spoke to',
    assumptions.length === 0 ? 'None.' : bullets(assumptions.map(assumptionLine)),
  ]);
}

/** The hand-off pack as a document. @param cite the line under each quote, called in their order. */
export function handoffMarkdown(scope: ReadoutScope, pack: HandoffPack, cite = plainCitation): string {
  const quoteBlock = quoteWith(cite);
  return page([
    `# ${inline(scope.shown(scope.study.name))}: for marketing and sales`,
    `In the words of ${people(pack.heard)} heard in this study. Counts are people, not quotes.`,
    ...withheldLine(pack.withheld),
    '## Stories',
    ...orNone(pack.stories.map(quoteBlock), 'No story is marked yet: star a long quote, or write down a story from the front line.'),
    '## What gets in the way',
    ...(pack.painsChosen || pack.pains.length === 0 ? [] : ['Nobody has chosen these yet; the findings stand here in their order.']),
    ...orNone(
      pack.pains.flatMap(({ claim, people: count, quotes }) => [
        `### ${inline(claim || 'A theme without a name')}`,
        `${peopleOfPeople(count, pack.heard)}.`,
        ...quotes.map(quoteBlock),
      ]),
      'No theme tells of it yet.',
    ),
    '## Their words',
    pack.words.length === 0
      ? 'No word is used by at least three people.'
      : bullets(pack.words.map(({ word, people: count }) => `${inline(word)} (${people(count)})`)),
    ...pack.wordQuotes.map(quoteBlock),
    '## What they hold against what we say',
    ...orNone(
      pack.objections.flatMap((each) => [`### ${inline(objectionTitle(each))}`, `${people(each.people)}.`, ...each.quotes.map(quoteBlock)]),
      'Nobody has spoken against a statement.',
    ),
  ]);
}

/** Heading of an objection. */
export function objectionTitle({ assumptionId, statement }: PackObjection): string {
  return assumptionId === null ? 'From complaints and from deals won and lost' : `We say: ${statement}`;
}

/** A gate with both its texts, as far as these may be shown. */
export function gateMarkdown(scope: ReadoutScope, { name, dueOn, summary, shaped, passed }: Gate): string {
  const out = textsOut(scope);
  const text = (words: string): string => (words.trim() === '' ? 'Not written yet.' : lines(out(words)).join('  \n'));
  return page([
    `# ${inline(scope.shown(name))}`,
    passed
      ? `Passed on ${dayInWords(passed.on)}, noted by ${inline(passed.by)}.`
      : `Not passed yet${dueOn === null ? '' : `; due ${dayInWords(dueOn)}`}.`,
    '## Recent conversations',
    text(summary),
    '## How they shaped the concept',
    text(shaped),
  ]);
}

const quoteWith =
  (cite: Cite) =>
  (quote: HeardQuote): string => {
    const said = lines(quote.words).map((line) => `> ${line}`);
    return [...said, '>', `> ${cite(quote)}`].join('\n');
  };

function learnedLine({ heldOn, kind, listeners, learned, influence }: HeardConversation): string {
  const who = [dayInWords(heldOn), CONVERSATION_WORDS[kind].toLowerCase(), inline(listed(listeners))].join(', ');
  const changed = influence === '' ? '' : ` Decided differently: ${inline(influence)}`;
  return `${who}: ${inline(learned)}${changed}`;
}

function assumptionLine({ statement, department, supporting, contradicting }: DigestAssumption): string {
  return `${inline(department)}, “${inline(statement)}”: ${people(supporting)} for, ${contradicting} against`;
}

function withheldLine({ quotes, people: count }: Withheld): string[] {
  return quotes === 0
    ? []
    : [`${countNoun(quotes, 'quote', 'quotes')} of ${people(count)} stay inside, because consent does not reach so far.`];
}
