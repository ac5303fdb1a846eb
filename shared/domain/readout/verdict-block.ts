// One assumption with its verdict in stakeholder words: about the statement, in people of people.
import { distinctPeople } from '#shared/domain/evidence/participants-of';
import type { AssumptionVerdict } from '#shared/domain/evidence/verdict';
import type { Assumption } from '#shared/model/records/assumption';

import { segmentsInWords } from './person-names.ts';
import type { Block, Sentence } from './readout-content.ts';
import type { ReadoutScope } from './readout-scope.ts';
import { people, sentence } from './sentences.ts';
import { VERDICT_WORDS } from './stakeholder-words.ts';

/** The verdict of an assumption as a block: its words, the people behind it and the reasons. */
export function verdictBlock(scope: ReadoutScope, assumption: Assumption): Block {
  const answer = scope.verdicts.get(assumption.id);
  const verdict = answer?.verdict ?? 'not tested';
  return {
    type: 'verdict',
    verdict,
    code: scope.codeOf(assumption.id),
    statement: [scope.said(assumption.statement)],
    word: VERDICT_WORDS[verdict],
    people: answer ? peopleSentence(scope, answer) : [],
  };
}

/** `7 of 14 people spoke to this: 6 said otherwise, 1 said so.` For "true for some" also who they are. */
export function peopleSentence(scope: ReadoutScope, answer: AssumptionVerdict): Sentence {
  return [...spokeSentence(scope, answer), ...besideSentence(scope, answer)];
}

/** What a reader must know beside the count: a verdict set by hand, and that nobody has looked for evidence against it. */
function besideSentence(scope: ReadoutScope, { override, provisional }: AssumptionVerdict): Sentence {
  if (override) return sentence(' Decided by hand: ', scope.said(override.reason.trim()));
  return provisional ? sentence(' So far: nobody has searched for evidence against it.') : [];
}

function spokeSentence(scope: ReadoutScope, { participants, verdict, computed, asked }: AssumptionVerdict): Sentence {
  if (computed === 'asked but nobody raised it') return sentence(`We asked ${people(asked.people.length)}; nobody brought it up.`);
  if (computed === 'not tested') return [];
  const { supporting, contradicting, refining } = participants;
  const spoke = distinctPeople([supporting, contradicting]).length;
  if (spoke === 0 && refining.length === 0) return sentence('Nobody was heard first-hand.');
  if (spoke === 0) return sentence(`${people(refining.length)} added to it; nobody spoke for or against it.`);
  const sides = [side(scope, supporting, 'said so', verdict), side(scope, contradicting, 'said otherwise', verdict)];
  if (supporting.length < contradicting.length) sides.reverse();
  const parts = [...sides.filter((part) => part !== ''), ...bothWays(supporting.length + contradicting.length - spoke)];
  const more = refining.length > 0 ? ` ${people(refining.length)} added to it.` : '';
  return sentence(`${spoke} of ${people(scope.heard.length)} spoke to this: `, { text: parts.join(', '), said: true }, `.${more}`);
}

function side(scope: ReadoutScope, who: readonly string[], said: string, verdict: AssumptionVerdict['verdict']): string {
  if (who.length === 0) return '';
  const segments = verdict === 'mixed' ? segmentsInWords(scope, who) : '';
  return `${who.length} ${said}${segments === '' ? '' : ` (${segments})`}`;
}

function bothWays(count: number): string[] {
  return count > 0 ? [`${count} of them both`] : [];
}
