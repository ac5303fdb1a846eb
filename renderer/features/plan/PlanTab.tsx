// The plan: the decision on the table, the segments, and each department's assumed customer as assumptions to test.
import { Plus } from 'lucide-react';
import { useEffect } from 'react';

import { countNoun } from '#shared/lib/text';
import { useRecords } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';

import { Button } from '../../ui/Button.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { CommitmentSection } from '../commitments/index.ts';
import { useEvidence } from '../evidence/index.ts';
import type { TabView } from '../room.ts';
import { AcknowledgeFirstNotice } from './AcknowledgeFirstNotice.tsx';
import { planHandlers } from './commands.ts';
import { DecisionSection } from './DecisionSection.tsx';
import { DepartmentSection } from './DepartmentSection.tsx';
import { FirstDepartments } from './FirstDepartments.tsx';
import { setPlanTarget } from './plan-store.ts';
import { OwnersSection } from './OwnersSection.tsx';
import { inOrder } from './reorder.ts';
import { SegmentSection } from './SegmentSection.tsx';
import styles from './plan.module.css';

/** Assumptions from this importance on are important (ux.md 4.2: the thick edge). */
const IMPORTANT = 4;

export const PlanTab: TabView<'plan'> = ({ active }) => {
  const departments = inOrder(useRecords('departments'));
  const assumptions = useRecords('assumptions');
  const { verdicts } = useEvidence();
  const unknown = assumptions.filter(({ id, importance }) => importance >= IMPORTANT && verdicts.get(id)?.verdict === 'not tested').length;
  useShowStatus(active, [
    countNoun(departments.length, 'department', 'departments'),
    countNoun(assumptions.length, 'assumption', 'assumptions'),
    ...(unknown > 0 ? [`${unknown} important and not tested`] : []),
  ]);
  useEffect(() => () => setPlanTarget(null), []);
  return (
    <div className={styles.page} data-surface="plan" data-plan-page="" tabIndex={0} aria-label="Plan" role="region">
      <div className={styles.sheet}>
        <DecisionSection />
        <SegmentSection />
        <OwnersSection />
        <section className={styles.section} aria-label="Departments">
          <SectionTitle
            count={departments.length}
            actions={
              departments.length > 0 ? (
                <Button look="quiet" icon={<Plus size={14} aria-hidden="true" />} onClick={() => void planHandlers['department.add']()}>
                  Add department…
                </Button>
              ) : null
            }
          >
            Departments and the customer each plans for
          </SectionTitle>
          <AcknowledgeFirstNotice />
          {departments.length === 0 ? (
            <FirstDepartments />
          ) : (
            departments.map((department) => <DepartmentSection key={department.id} department={department} />)
          )}
        </section>
        <CommitmentSection />
      </div>
    </div>
  );
};
