// The draft of a gate's two texts, from what the study holds: recent conversations with quotes and days, and what changed because of them.
import type { ReadoutScope } from '#shared/domain/readout/readout-scope';
import { dayInWords, listed, people, peopleOfPeople } from '#shared/domain/readout/sentences';
import { addDays } from '#shared/domain/rhythm/days';
import { CONVERSATION_WORDS } from '#shared/domain/rhythm/rhythm-words';
import { countNoun } from '#shared/lib/text';

import { RECENT_DAYS } from './gate-standing.ts';
import { type Heard, heardBetween, snippetsBetween } from './heard-between.ts';

/** Themes that a summary tells of; the rest are counted. */
const THEMES = 6;

export interface GateDraft {
  from: string;
  to: string;
  /** Empty when nothing was heard in these days: nothing is made up. */
  summary: string;
  /** Empty when no influence is noted and no verdict rests on these days. */
  shaped: string;
  /** Genuine conversations. */
  conversations: number;
  people: number;
  quotes: number;
}

/** Draws both texts up from the last 90 days, names replaced and withheld words left out. They are proposals: a person completes them. */
export function gateDraft(scope: ReadoutScope, today: string, days: number = RECENT_DAYS): GateDraft {
  const heard = heardBetween(scope, { from: addDays(today, 1 - days), to: today });
  const { from, to } = heard;
  const quotes = heard.themes.slice(0, THEMES).flatMap((theme) => theme.quotes).length;
  const conversations = heard.conversations.filter(({ genuine }) => genuine).length;
  return { from, to, summary: summaryOf(heard), shaped: shapedBy(scope, heard), conversations, people: heard.people, quotes };
}

function summaryOf(heard: Heard): string {
  const genuine = heard.conversations.filter((each) => each.genuine);
  if (genuine.length === 0 && heard.people === 0) return '';
  const kinds = [...Map.groupBy(genuine, ({ kind }) => kind)].map(
    ([kind, all]) => `${all.length} × ${CONVERSATION_WORDS[kind].toLowerCase()}`,
  );
  const told = kinds.length === 0 ? '' : ` (${listed(kinds)})`;
  const lines = [
    `${dayInWords(heard.from)} to ${dayInWords(heard.to)}: ${countNoun(genuine.length, 'conversation', 'conversations')} with customers${told}; words of ${people(heard.people)} are marked.`,
  ];
  for (const { claim, people: count, isNew, quotes } of heard.themes.slice(0, THEMES)) {
    const about = [peopleOfPeople(count, heard.people), ...(isNew ? ['heard for the first time'] : [])].join(', ');
    lines.push('', `${claim || 'A theme without a name'} (${about})`);
    for (const { words, citation } of quotes) lines.push(`“${words}” ${citation}`);
  }
  if (heard.themes.length > THEMES) lines.push('', `${countNoun(heard.themes.length - THEMES, 'more theme', 'more themes')} came up.`);
  const learned = genuine.filter((each) => each.learned !== '');
  if (learned.length > 0) lines.push('', 'Noted in the log:');
  for (const each of learned) lines.push(`${dayInWords(each.heldOn)}, ${listed(each.listeners)}: ${each.learned}`);
  if (heard.withheld.quotes > 0)
    lines.push('', `${countNoun(heard.withheld.quotes, 'quote', 'quotes')} of ${people(heard.withheld.people)} stay inside for consent.`);
  return lines.join('\n');
}

function shapedBy(scope: ReadoutScope, heard: Heard): string {
  const influences = heard.conversations
    .filter(({ influence }) => influence !== '')
    .map(({ heldOn, listeners, influence }) => `${dayInWords(heldOn)}, ${listed(listeners)}: ${influence}`);
  const spoken = spokenOtherwise(scope, heard);
  return [
    ...(influences.length > 0 ? ['Decided differently because of a conversation:', ...influences] : []),
    ...(influences.length > 0 && spoken.length > 0 ? [''] : []),
    ...(spoken.length > 0 ? ['Statements of the concept that people spoke against:', ...spoken] : []),
  ].join('\n');
}

/** Assumptions that somebody of these days spoke against, with people counted over the whole study. */
function spokenOtherwise(scope: ReadoutScope, days: Heard): string[] {
  const inside = snippetsBetween(scope, days);
  return scope.matrix.groups.flatMap(({ department, assumptions }) =>
    assumptions.flatMap(({ id, statement }) => {
      const sides = scope.verdicts.get(id)?.snippetIds;
      if (!sides || !sides.contradicting.some((each) => inside.has(each))) return [];
      const [against, agree] = [sides.contradicting, sides.supporting].map((ids) => scope.evidence.peopleBehind(ids).length);
      return [`“${scope.shown(statement)}” (${scope.shown(department.name)}): ${people(against ?? 0)} against, ${agree ?? 0} for.`];
    }),
  );
}
