// Where each department's version of the customer is right, and where customers said otherwise: about statements, never about people.
import type { DepartmentHeard } from '#shared/domain/readout/customer-as-heard';
import { VERDICT_WORDS } from '#shared/domain/readout/stakeholder-words';
import type { Assumption } from '#shared/model/records/assumption';
import { openTab } from '#renderer/stores/tabs';

import { useEvidence, VerdictBadge } from '../evidence/index.ts';
import styles from './customer.module.css';

export function DepartmentsHeard({ departments }: { departments: readonly DepartmentHeard[] }) {
  if (departments.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="customer-departments">
      <h2 className={styles.heading} id="customer-departments">
        Where each department is right, and where customers said otherwise
      </h2>
      {departments.map((each) => (
        <DepartmentPart key={each.department.id} heard={each} />
      ))}
    </section>
  );
}

function DepartmentPart({ heard: { department, right, different, partly, thin, open } }: { heard: DepartmentHeard }) {
  const scope = useEvidence();
  const told = [...right, ...different, ...partly];
  const left = thin.length + open.length;
  return (
    <article className={styles.department} aria-label={scope.shown(department.name)}>
      <h3 className={styles.name}>
        <button type="button" className={styles.link} onClick={() => openTab({ kind: 'department', id: department.id })}>
          <bdi>{scope.shown(department.name)}</bdi>
        </button>
      </h3>
      {told.length === 0 ? (
        <p className={styles.quiet}>Nothing this department works on was spoken to by enough people yet.</p>
      ) : (
        <ul className={styles.statements}>
          {told.map((assumption) => (
            <Statement key={assumption.id} assumption={assumption} />
          ))}
        </ul>
      )}
      {left > 0 ? <p className={styles.quiet}>Still open: {openWords(thin.length, open.length)}.</p> : null}
    </article>
  );
}

function Statement({ assumption }: { assumption: Assumption }) {
  const scope = useEvidence();
  const answer = scope.verdicts.get(assumption.id);
  return (
    <li className={styles.statement}>
      <VerdictBadge answer={answer} word={VERDICT_WORDS[answer?.verdict ?? 'not tested']} />
      <bdi>{scope.shown(assumption.statement)}</bdi>
    </li>
  );
}

function openWords(thin: number, open: number): string {
  const parts = [...(thin > 0 ? [`${thin} that too few people spoke to`] : []), ...(open > 0 ? [`${open} not compared`] : [])];
  return parts.join(', ');
}
