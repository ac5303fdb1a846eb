// One assumption on its department's page: the statement, what was heard, how many people of how many, and quotes of both sides.
import { pickQuotes } from '#shared/domain/readout/choose-quotes';
import { plainText } from '#shared/domain/readout/sentences';
import { IMPORTANCE_WORDS, VERDICT_WORDS } from '#shared/domain/readout/stakeholder-words';
import { peopleSentence } from '#shared/domain/readout/verdict-block';
import { withheldSentence } from '#shared/domain/readout/withheld-notes';
import { withoutDirections } from '#shared/lib/text';
import type { Assumption } from '#shared/model/records/assumption';
import { select } from '#renderer/stores/view-store';

import { Button } from '../../ui/Button.tsx';
import { ImportanceDots } from '../../ui/ImportanceDots.tsx';
import { BestQuotes, peopleOfVerdict, useEvidence, VerdictBadge } from '../evidence/index.ts';
import { showInMatrix } from '../plan/index.ts';
import styles from './department.module.css';

const SIDES = { supporting: 'Says so', contradicting: 'Says otherwise' };

export function AssumptionArticle({ assumption }: { assumption: Assumption }) {
  const scope = useEvidence();
  const answer = scope.verdicts.get(assumption.id);
  if (!answer) return null;
  const [supporting = null] = pickQuotes(scope, answer.snippetIds.supporting, 1);
  const [contradicting = null] = pickQuotes(scope, answer.snippetIds.contradicting, 1);
  const held = withheldSentence(scope, [...answer.snippetIds.supporting, ...answer.snippetIds.contradicting]);
  const people = plainText(peopleSentence(scope, answer));
  const tested = answer.verdict !== 'not tested';
  return (
    <article className={styles.article} aria-label={scope.shown(assumption.statement)}>
      <h3 className={styles.statement}>
        <span className={styles.code}>{scope.codeOf(assumption.id)}</span> <bdi>{scope.shown(assumption.statement)}</bdi>
      </h3>
      <p>
        <VerdictBadge answer={answer} word={VERDICT_WORDS[answer.verdict]} />
      </p>
      {people && peopleOfVerdict(scope, answer) ? <p className={styles.people}>{withoutDirections(people)}</p> : null}
      {tested ? (
        <details data-screen-only="">
          <summary className={styles.why}>Why it reads so</summary>
          <ul className={styles.reasons}>
            {answer.reasons.map((reason) => (
              <li key={reason}>{withoutDirections(scope.shown(reason))}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <BestQuotes supporting={supporting} contradicting={contradicting} heads={SIDES} />
      {held === null ? null : <p className={styles.people}>{held}</p>}
      <p className={styles.rests}>
        What rests on it: <ImportanceDots value={assumption.importance} words={IMPORTANCE_WORDS} />{' '}
        {IMPORTANCE_WORDS[assumption.importance]}
      </p>
      <p className={styles.actions} data-screen-only="">
        <Button look="quiet" onClick={() => select({ kind: 'assumption', id: assumption.id })}>
          Details
        </Button>
        <Button look="quiet" onClick={() => showInMatrix(assumption.id)}>
          Show in the matrix
        </Button>
      </p>
    </article>
  );
}
