// The verdict on one assumption: what the people heard say of it, counted as people and never as quotes.
import type { EvidenceLink } from '#shared/model/records/evidence-link';
import { finishSteps, type Steps } from '#shared/lib/steps';
import type { VaultReader } from '#shared/model/vault-state';

import { decideVerdict, type Verdict } from './decide-verdict.ts';
import { createEvidenceScope, type EvidenceScope } from './evidence-scope.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { sidesInOrder } from './snippet-union.ts';
import { distinctPeople, type PeopleOptions, type PersonKey } from './participants-of.ts';
import { verdictReasons } from './verdict-reasons.ts';

export interface VerdictOptions extends PeopleOptions {
  /** Shared between many verdicts of one state; made here when it is not given. */
  scope?: EvidenceScope | undefined;
}

export interface AssumptionVerdict {
  assumptionId: string;
  verdict: Verdict;
  /** Distinct people on each side, sorted; a person on two sides is in both lists. */
  participants: { supporting: PersonKey[]; contradicting: PersonKey[]; refining: PersonKey[] };
  /** Snippets on each side, sorted by id; each put together when it is first looked at. */
  snippetIds: { supporting: string[]; contradicting: string[]; refining: string[] };
  /** Why this verdict, as finished sentences without names. */
  reasons: string[];
}

/**
 * What the evidence says of an assumption. Several quotes of one person count once; people who refine it are shown and do not decide.
 * @throws AppError('not-found') when there is no such assumption.
 */
export function verdictOf(reader: VaultReader, assumptionId: string, options: VerdictOptions = {}): AssumptionVerdict {
  reader.require('assumptions', assumptionId);
  const scope = options.scope ?? createEvidenceScope(reader, options);
  return weigh(scope, assumptionId, scope.linksOf(assumptionId));
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
    verdicts.set(id, verdictOf(reader, id, { scope }));
    yield;
  }
  return verdicts;
}

function weigh(scope: EvidenceScope, assumptionId: string, links: readonly EvidenceLink[]): AssumptionVerdict {
  const sides = gatherEvidence(scope, links);
  const supporting = distinctPeople(sides.voices.supports);
  const contradicting = distinctPeople(sides.voices.contradicts);
  const refining = distinctPeople(sides.voices.refines);
  const deciding = distinctPeople([supporting, contradicting]);
  const counts = {
    supporting: supporting.length,
    contradicting: contradicting.length,
    refining: refining.length,
    deciding: deciding.length,
  };
  const verdict = decideVerdict(counts);
  return {
    assumptionId,
    verdict,
    participants: { supporting, contradicting, refining },
    snippetIds: sidesInOrder(sides),
    reasons: verdictReasons({ scope, verdict, counts, sides, deciding, links: links.length }),
  };
}
