// What stands beside the count of a verdict: second-hand, say and do, target segment, age, counter-searches, a verdict by hand.
import { countNoun } from '#shared/lib/text';
import type { Assumption } from '#shared/model/records/assumption';

import type { AskedPeople } from './asked.ts';
import type { Verdict } from './decide-verdict.ts';
import { type Freshness, STALE_AFTER_DAYS } from './freshness.ts';
import type { PeopleByHearing } from './people-by-hearing.ts';
import type { TargetPeople } from './target-people.ts';

export interface Background {
  people: PeopleByHearing;
  computed: Verdict;
  override: Assumption['override'] | null;
  provisional: boolean;
  counterSearches: number;
  freshness: Freshness | null;
  target: TargetPeople | null;
  asked: AskedPeople;
}

/** The reasons that a reader needs beside the count, as finished sentences without names. */
export function backgroundReasons(background: Background): string[] {
  return [
    ...retoldReasons(background.people),
    ...sayAndDo(background.people),
    ...silence(background),
    ...targetReasons(background.target),
    ...ageReasons(background.freshness),
    ...searchReasons(background),
    ...handReasons(background),
  ];
}

const persons = (count: number): string => countNoun(count, 'person', 'people');

function retoldReasons({ retold }: PeopleByHearing): string[] {
  const { supporting, contradicting, refining } = retold;
  const sides = [
    supporting.length > 0 ? `${supporting.length} for it` : '',
    contradicting.length > 0 ? `${contradicting.length} against it` : '',
    refining.length > 0 ? `${refining.length} around it` : '',
  ].filter((side) => side !== '');
  return sides.length === 0 ? [] : [`Second-hand, shown apart and not counted: ${sides.join(', ')}.`];
}

function sayAndDo({ said, done }: PeopleByHearing): string[] {
  const doing = done.supporting.length + done.contradicting.length;
  if (doing === 0) return [];
  const sides = `${done.supporting.length} act as it says, ${done.contradicting.length} otherwise`;
  const twoWays =
    said.supporting.filter((person) => done.contradicting.includes(person)).length +
    said.contradicting.filter((person) => done.supporting.includes(person)).length;
  const telling = said.supporting.length + said.contradicting.length;
  const spoken = telling > 0 ? `; ${said.supporting.length} say so, ${said.contradicting.length} say otherwise` : '';
  const split =
    twoWays > 0 ? [`${persons(twoWays)} ${twoWays === 1 ? 'says' : 'say'} one thing and ${twoWays === 1 ? 'does' : 'do'} another.`] : [];
  return [`Seen, not only said: ${sides}${spoken}.`, ...split];
}

function silence({ asked, computed }: Background): string[] {
  if (asked.people.length === 0 || computed === 'asked but nobody raised it') return [];
  return [
    `${persons(asked.people.length)} ${asked.people.length === 1 ? 'was' : 'were'} asked; ${asked.silent.length} of them did not raise it.`,
  ];
}

function targetReasons(target: TargetPeople | null): string[] {
  if (!target) return [];
  const { spoke, of, supporting, contradicting } = target;
  return [
    `Of the segment that matters most, ${spoke} of ${persons(of)} ${spoke === 1 ? 'speaks' : 'speak'} to it: ${supporting} for, ${contradicting} against.`,
  ];
}

function ageReasons(freshness: Freshness | null): string[] {
  if (!freshness?.stale) return [];
  const { newest, median } = freshness;
  return [
    `The newest evidence is of ${newest}, the median of ${median}: more than ${STALE_AFTER_DAYS} days ago, so it may no longer hold.`,
  ];
}

function searchReasons({ computed, counterSearches, override }: Background): string[] {
  if (override || computed !== 'supported') return [];
  if (counterSearches === 0) return ['Supported so far: nobody has logged a search for evidence against it yet.'];
  return [`Evidence against it was searched for: ${countNoun(counterSearches, 'search is', 'searches are')} logged.`];
}

function handReasons({ override, computed }: Background): string[] {
  return override
    ? [`Set by hand by ${override.by || 'somebody'}: ${override.verdict}. Reason: ${override.reason.trim()} Counted, it is: ${computed}.`]
    : [];
}
