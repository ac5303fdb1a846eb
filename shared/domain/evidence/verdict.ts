// The verdict on one assumption: what the people heard say of it, counted as people and never as quotes.
import { finishSteps, type Steps } from '#shared/lib/steps';
import type { Assumption } from '#shared/model/records/assumption';
import type { VaultReader } from '#shared/model/vault-state';

import { askedIn } from './asked.ts';
import { decideByRule, type PeopleCounts, type Verdict } from './decide-verdict.ts';
import { createEvidenceScope, type EvidenceScope } from './evidence-scope.ts';
import { type Freshness, freshnessOf } from './freshness.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { distinctPeople, type PeopleOptions, type PersonKey } from './participants-of.ts';
import { sourcesAskedAbout } from './sources-asked.ts';
import { sidesInOrder } from './snippet-union.ts';
import { type TargetPeople, targetPeople } from './target-people.ts';
import { type PeopleByHearing, peopleByHearing } from './people-by-hearing.ts';
import { verdictReasons } from './verdict-reasons.ts';

export interface VerdictOptions extends PeopleOptions {
  /** Shared between many verdicts of one state; made here when it is not given. */
  scope?: EvidenceScope | undefined;
  /** The day on which the evidence is looked at, `2026-06-30`: ages are told only with it. */
  today?: string | undefined;
  /** Further sources in which it was asked about, beside those of the guide's questions and those noted by hand. */
  sourcesAsked?: ((assumptionId: string) => Iterable<string>) | undefined;
}

export interface AssumptionVerdict extends PeopleByHearing {
  assumptionId: string;
  /** What holds: the one set by hand where there is one, else the one counted. */
  verdict: Verdict;
  /** What the rule gives, whatever was set by hand. */
  computed: Verdict;
  /** The verdict set by hand, with its reason; null for none. */
  override: NonNullable<Assumption['override']> | null;
  /** True for “supported” by count while nobody has logged a search for evidence against it: “supported so far”. */
  provisional: boolean;
  /** How many searches for evidence against it are logged. */
  counterSearches: number;
  /** People who were asked about it and are on no side, sorted; and everybody who was asked. */
  asked: { people: PersonKey[]; silent: PersonKey[] };
  /** People of the segment that matters most; null when none is named. */
  target: TargetPeople | null;
  /** How old the evidence is; null when no day is known. */
  freshness: Freshness | null;
  /** Snippets on each side, sorted by id, retold ones included; each put together when it is first looked at. */
  snippetIds: { supporting: string[]; contradicting: string[]; refining: string[] };
  /** Why this verdict, as finished sentences without names. */
  reasons: string[];
}

/**
 * What the evidence says of an assumption. Several quotes of one person count once; people who refine it
 * and what was only retold are shown and do not decide.
 * @throws AppError('not-found') when there is no such assumption.
 */
export function verdictOf(reader: VaultReader, assumptionId: string, options: VerdictOptions = {}): AssumptionVerdict {
  reader.require('assumptions', assumptionId);
  const scope = options.scope ?? createEvidenceScope(reader, options);
  return weigh(scope, assumptionId, options);
}

/** The verdicts on all assumptions, by assumption id. */
export function allVerdicts(reader: VaultReader, options: VerdictOptions = {}): Map<string, AssumptionVerdict> {
  return finishSteps(verdictSteps(reader, options));
}

/** The same in steps, an assumption at a time; the records must not change in between. */
export function* verdictSteps(reader: VaultReader, options: VerdictOptions = {}): Steps<Map<string, AssumptionVerdict>> {
  const scope = options.scope ?? createEvidenceScope(reader, options);
  const verdicts = new Map<string, AssumptionVerdict>();
  for (const id of reader.all('assumptions').keys()) {
    verdicts.set(id, verdictOf(reader, id, { ...options, scope }));
    yield;
  }
  return verdicts;
}

function weigh(scope: EvidenceScope, assumptionId: string, { today, sourcesAsked }: VerdictOptions): AssumptionVerdict {
  const links = scope.linksOf(assumptionId);
  const sides = gatherEvidence(scope, links);
  const people = peopleByHearing(sides);
  const deciding = distinctPeople([people.participants.supporting, people.participants.contradicting]);
  const assumption = scope.reader.get('assumptions', assumptionId);
  const guided = sourcesAskedAbout(scope.reader, assumptionId);
  const sources = [...(assumption?.askedIn ?? []), ...guided, ...(sourcesAsked?.(assumptionId) ?? [])];
  const asked = askedIn(scope.reader, sources, [...deciding, ...people.participants.refining]);
  const target = targetPeople(scope.reader, people.participants);
  const counts = countsOf({ ...people, deciding, asked: asked.people, target });
  const { verdict: computed, rule } = decideByRule(counts);
  const override = assumption?.override ?? null;
  const counterSearches = scope.reader.referring('assumptions', assumptionId, 'counterSearches').length;
  const freshness = freshnessOf(scope.reader, sides, today);
  const provisional = override === null && computed === 'supported' && counterSearches === 0;
  const told = { rule, asked, computed, override, provisional, counterSearches, freshness, target, links: links.length };
  return {
    assumptionId,
    verdict: override?.verdict ?? computed,
    computed,
    override,
    provisional,
    counterSearches,
    ...people,
    asked,
    target,
    freshness,
    snippetIds: sidesInOrder(sides),
    reasons: verdictReasons({ scope, counts, sides, deciding, people, ...told }),
  };
}

function countsOf(found: PeopleByHearing & { deciding: PersonKey[]; asked: PersonKey[]; target: TargetPeople | null }): PeopleCounts {
  const { participants, retold, done, target } = found;
  return {
    supporting: participants.supporting.length,
    contradicting: participants.contradicting.length,
    refining: participants.refining.length,
    deciding: found.deciding.length,
    done: { supporting: done.supporting.length, contradicting: done.contradicting.length },
    retold: distinctPeople([retold.supporting, retold.contradicting, retold.refining]).length,
    asked: found.asked.length,
    ...(target ? { target: { supporting: target.supporting, contradicting: target.contradicting } } : {}),
  };
}
