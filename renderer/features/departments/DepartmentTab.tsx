// One department's page: what it protects, the customer it plans for, what holds, what differs, what was not asked.
import type { Verdict } from '#shared/domain/evidence/decide-verdict';
import type { Assumption } from '#shared/model/records/assumption';
import type { Department } from '#shared/model/records/department';
import { countNoun } from '#shared/lib/text';
import { useRecord } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';
import { openTab } from '#renderer/stores/tabs';
import { edit, tryEdit } from '#renderer/stores/vault-actions';
import { showActivity } from '#renderer/stores/view-store';

import { Button } from '../../ui/Button.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { SheetPage } from '../../ui/SheetPage.tsx';
import { AlwaysPseudonyms, useEvidence } from '../evidence/index.ts';
import { NameField } from '../plan/index.ts';
import type { TabView } from '../room.ts';
import { AcknowledgementLog } from './AcknowledgementLog.tsx';
import { AssumptionArticle } from './AssumptionArticle.tsx';
import styles from './department.module.css';

/** Its page is made to be handed over: people appear under pseudonyms, whatever the screen shows elsewhere. */
export const DepartmentTab: TabView<'department'> = (props) => (
  <AlwaysPseudonyms value>
    <DepartmentPage {...props} />
  </AlwaysPseudonyms>
);

const DepartmentPage: TabView<'department'> = ({ content, active }) => {
  const department = useRecord('departments', content.id);
  const scope = useEvidence();
  const assumptions = scope.matrix.groups.find((group) => group.department.id === content.id)?.assumptions ?? [];
  useShowStatus(active, [countNoun(assumptions.length, 'assumption', 'assumptions')]);
  if (!department) return null;
  return (
    <SheetPage
      label={`Page of ${department.name}`}
      title={department.name}
      shown={scope.shown}
      gap={24}
      bar={
        <Button
          look="quiet"
          onClick={() => {
            showActivity('plan');
            openTab({ kind: 'plan' });
          }}
        >
          All departments in the plan
        </Button>
      }
    >
      <NameField
        label="Name of the department"
        hideLabel
        className={styles.name ?? ''}
        value={department.name}
        onCommit={(name) => edit('updateDepartment', { departmentId: department.id, name })}
      />
      <TextPart department={department} field="protects" />
      <TextPart department={department} field="says" />
      <TextPart department={department} field="assumedCustomer" />
      <Findings assumptions={assumptions} />
      <TextPart department={department} field="acknowledge" />
      <AcknowledgementLog department={department} />
      <TextPart department={department} field="researchGives" />
    </SheetPage>
  );
};

/** The department's own words, as they are headed on its page, and what belongs there. */
const TEXTS = {
  protects: { title: 'What you are protecting', placeholder: 'The metric, promise or person this department stands up for.' },
  says: { title: 'What you say', placeholder: 'What this department says when customers are talked about.' },
  assumedCustomer: { title: 'The customer you plan for', placeholder: 'The customer in this department’s own words.' },
  acknowledge: {
    title: 'What leaders acknowledge',
    placeholder: 'What leaders should acknowledge before they ask anything of this department.',
  },
  researchGives: { title: 'What research gives you', placeholder: 'What this department gains from hearing customers.' },
} as const;

function TextPart({ department, field }: { department: Department; field: keyof typeof TEXTS }) {
  const { title, placeholder } = TEXTS[field];
  const departmentId = department.id;
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{title}</h2>
      <CommitField
        label={title}
        hideLabel
        multiline
        rows={1}
        className={styles.prose ?? ''}
        placeholder={placeholder}
        value={department[field]}
        onCommit={(text) => tryEdit('updateDepartment', { departmentId, [field]: text }, `${field}:${departmentId}`)}
      />
    </section>
  );
}

interface Part {
  title: string;
  verdicts: readonly Verdict[];
  /** Said when nothing stands here; empty: the part is left out. */
  none: string;
}

/** In the order that keeps people reading: what holds first, then what differs (ux.md 4.4). */
const PARTS: readonly Part[] = [
  { title: 'What holds', verdicts: ['supported'], none: 'No statement of this department has been matched by enough people yet.' },
  {
    title: 'What differs',
    verdicts: ['contradicted', 'mixed'],
    none: 'Nothing we heard differs from what this department works on today.',
  },
  { title: 'Where too few people spoke', verdicts: ['thin'], none: '' },
  {
    title: 'Not compared with the interviews yet',
    verdicts: ['not tested'],
    none: 'Everything this department is working on was compared with what people said.',
  },
];

function Findings({ assumptions }: { assumptions: readonly Assumption[] }) {
  const { verdicts } = useEvidence();
  if (assumptions.length === 0) {
    return (
      <section className={styles.part}>
        <h2 className={styles.heading}>What you are working on today</h2>
        <p className={styles.none}>No assumptions yet. Add them in the plan: one statement each that can be tested.</p>
      </section>
    );
  }
  return PARTS.map(({ title, verdicts: wanted, none }) => {
    const here = assumptions
      .filter(({ id }) => wanted.includes(verdicts.get(id)?.verdict ?? 'not tested'))
      .sort((left, right) => right.importance - left.importance || left.order - right.order);
    if (here.length === 0 && none === '') return null;
    return (
      <section key={title} className={styles.part}>
        <h2 className={styles.heading}>{title}</h2>
        {here.length === 0 ? (
          <p className={styles.none}>{none}</p>
        ) : (
          here.map((assumption) => <AssumptionArticle key={assumption.id} assumption={assumption} />)
        )}
      </section>
    );
  });
}
