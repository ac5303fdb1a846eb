// Why a verdict is what it is, in sentences for people; counts only, no names.
import { countNoun } from '#shared/lib/text';

import type { AskedPeople } from './asked.ts';
import { FEWEST_PEOPLE_FOR_A_VERDICT, type PeopleCounts, type Verdict, type VerdictRule } from './decide-verdict.ts';
import type { EvidenceScope } from './evidence-scope.ts';
import type { EvidenceSides } from './gather-evidence.ts';
import { HEARINGS } from './hearing.ts';
import { candidatesOf, isUnknownPerson, type PersonKey } from './participants-of.ts';
import { type Background, backgroundReasons } from './verdict-background.ts';

export interface Weighed extends Background {
  scope: EvidenceScope;
  /** The counted verdict. */
  computed: Verdict;
  rule: VerdictRule;
  counts: PeopleCounts;
  sides: EvidenceSides;
  /** People for or against, somebody on both sides once. */
  deciding: readonly PersonKey[];
  asked: AskedPeople;
  links: number;
}

/** The reasons of a verdict: the count first, then the rule that it met, then what a reader should know about the count. */
export function verdictReasons(weighed: Weighed): string[] {
  return [countReason(weighed), ...ruleReasons(weighed), ...countingReasons(weighed), ...backgroundReasons(weighed)];
}

const people = (count: number): string => countNoun(count, 'person', 'people');
const quotes = (count: number): string => countNoun(count, 'quote', 'quotes');
const verb = (count: number, one: string, many: string): string => (count === 1 ? one : many);

function countReason(weighed: Weighed): string {
  const { counts, sides, links } = weighed;
  const { rule, asked } = weighed;
  if (rule === 'asked') return `${people(asked.people.length)} ${verb(asked.people.length, 'was', 'were')} asked and nobody raised it.`;
  if (links === 0) return 'No theme and no quote is linked to it yet.';
  if (sides.supports.size + sides.contradicts.size + sides.refines.size === 0)
    return 'It is judged, but no quotes stand behind the judgement.';
  if (rule === 'retold only') return 'Nobody was heard first-hand: all that is linked to it was retold by somebody else.';
  if (counts.deciding === 0 && counts.refining === 0) {
    const linked = new Set([...sides.supports.sorted(), ...sides.contradicts.sorted(), ...sides.refines.sorted()]).size;
    return `Nobody who was heard speaks in the ${quotes(linked)} linked to it.`;
  }
  const { supporting, contradicting, refining } = counts;
  const sentences = [
    supporting > 0 ? `${people(supporting)} ${verb(supporting, 'supports', 'support')} it (${quotes(sides.supports.size)})` : '',
    contradicting > 0
      ? `${people(contradicting)} ${verb(contradicting, 'contradicts', 'contradict')} it (${quotes(sides.contradicts.size)})`
      : '',
    refining > 0 ? `${people(refining)} ${verb(refining, 'refines', 'refine')} it (${quotes(sides.refines.size)})` : '',
  ];
  return `${sentences.filter((sentence) => sentence !== '').join(', ')}.`;
}

function ruleReasons({ computed, rule, counts, asked }: Weighed): string[] {
  const { supporting, contradicting, deciding } = counts;
  const side = supporting > contradicting ? ['for', 'against'] : ['against', 'for'];
  switch (rule) {
    case 'nothing':
      return [];
    case 'asked':
      return asked.people.length < FEWEST_PEOPLE_FOR_A_VERDICT ? [`Below ${FEWEST_PEOPLE_FOR_A_VERDICT} people silence says little.`] : [];
    case 'retold only':
      return ['What is second-hand does not decide.'];
    case 'refined only':
      return ['Nobody speaks for it or against it: refining alone does not decide.'];
    case 'too few':
      if (deciding === 1) return ['One person is an anecdote, whatever the number of quotes.'];
      return [`${people(deciding)} in all: below ${FEWEST_PEOPLE_FOR_A_VERDICT} people the evidence is thin.`];
    case 'carried': {
      const other = computed === 'supported' ? contradicting : supporting;
      if (other === 0) return [`Nobody linked to it says otherwise.`];
      return [`${people(Math.max(supporting, contradicting))} ${side[0]} it and ${other} ${side[1]} it: at least twice as many.`];
    }
    case 'split':
      return [`${supporting} for it and ${contradicting} against it: neither side has three people and twice as many as the other.`];
    case 'done otherwise':
      return [`More people speak ${side[0]} it, and more were seen acting ${side[1]} it: what people do is stronger than what they say.`];
    case 'target otherwise':
      return [`More people speak ${side[0]} it, and those of the segment that matters most speak ${side[1]} it.`];
  }
}

function countingReasons({ scope, counts, sides, deciding }: Weighed): string[] {
  const reasons: string[] = [];
  const both = counts.supporting + counts.contradicting - counts.deciding;
  if (both > 0) reasons.push(`${people(both)} ${verb(both, 'is', 'are')} on both sides and ${verb(both, 'counts', 'count')} on each.`);
  const unknown = deciding.filter(isUnknownPerson).length;
  if (unknown > 0) {
    reasons.push(`${countNoun(unknown, 'source has', 'sources have')} no known participant: each counts as one unknown person.`);
  }
  const unclear = deciding.filter((person) => candidatesOf(person) !== null).length;
  if (unclear > 0) {
    reasons.push(
      `In ${countNoun(unclear, 'conversation', 'conversations')} with several participants it is not known who spoke: each counts as one person.`,
    );
  }
  const unheard = unheardIn(scope, sides, 'supports') + unheardIn(scope, sides, 'contradicts');
  if (unheard > 0 && deciding.length > 0) {
    reasons.push(
      `${quotes(unheard)} ${verb(unheard, 'holds', 'hold')} no participant's words and ${verb(unheard, 'was', 'were')} not counted.`,
    );
  }
  const alone = sides.judgedAlone.size;
  if (alone > 0)
    reasons.push(`${quotes(alone)} ${verb(alone, 'is', 'are')} judged on ${verb(alone, 'its', 'their')} own, apart from the theme.`);
  return reasons;
}

function unheardIn(scope: EvidenceScope, sides: EvidenceSides, side: 'supports' | 'contradicts'): number {
  const voices = sides.voices[side];
  if (!HEARINGS.some((hearing) => [...voices[hearing]].some((people) => people.length === 0))) return 0;
  return sides[side].count(scope.unheardIn, (snippetId) => scope.peopleOf(snippetId).length === 0);
}
