// The plan: the decision on the table, the segments, and each department's assumed customer as assumptions to test.
import { Plus } from 'lucide-react';
import { useEffect } from 'react';

import { placeOnMap } from '#shared/domain/evidence/assumption-map';
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

export const PlanTab: TabView<'plan'> = ({ active }) => {
  const departments = inOrder(useRecords('departments'));
  const assumptions = useRecords('assumptions');
  const { verdicts } = useEvidence();
  const first = assumptions.filter((assumption) => placeOnMap(assumption, verdicts.get(assumption.id)).testFirst).length;
  useShowStatus(active, [
    countNoun(departments.length, 'department', 'departments'),
    countNoun(assumptions.length, 'assumption', 'assumptions'),
    ...(first > 0 ? [`${first} to test first`] : []),
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
