// The customer, as heard: one page in place of a version for each department, written beside the people and words it rests on.
import { useMemo } from 'react';

import { customerAsHeard } from '#shared/domain/readout/customer-as-heard';
import { sampleInOneLine } from '#shared/domain/readout/one-page';
import { peopleOfPeople, plainText } from '#shared/domain/readout/sentences';
import { withoutDirections } from '#shared/lib/text';
import { useRecord } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';

import { SheetPage } from '../../ui/SheetPage.tsx';
import { AlwaysPseudonyms, useEvidence } from '../evidence/index.ts';
import type { TabView } from '../room.ts';
import { CustomerPartSection } from './CustomerPartSection.tsx';
import { DepartmentsHeard } from './DepartmentsHeard.tsx';
import styles from './customer.module.css';

/** Its page is made to be handed over: people appear under pseudonyms, whatever the screen shows elsewhere. */
export const CustomerTab: TabView<'customer'> = (props) => (
  <AlwaysPseudonyms value>
    <CustomerPage {...props} />
  </AlwaysPseudonyms>
);

const TITLE = 'The customer, as heard';

const CustomerPage: TabView<'customer'> = ({ active }) => {
  const scope = useEvidence();
  const record = useRecord('customer', 'customer');
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the record is read through the scope
  const heard = useMemo(() => customerAsHeard(scope), [scope, record]);
  useShowStatus(active, [
    peopleOfPeople(
      new Set(heard.parts.flatMap(({ snippetIds }) => snippetIds.flatMap((id) => scope.evidence.peopleOf(id)))).size,
      scope.heard.length,
    ) + ' quoted',
  ]);
  return (
    <SheetPage label={TITLE} title={TITLE} shown={scope.shown} gap={28} className={styles.sheet}>
      <h1 className={styles.title}>{TITLE}</h1>
      <p className={styles.sample}>{withoutDirections(plainText(sampleInOneLine(scope)))}</p>
      {heard.parts.map((part) => (
        <CustomerPartSection
          key={part.part}
          heard={part}
          written={record?.texts[part.part] ?? ''}
          words={part.part === 'words' ? heard.words : []}
          people={scope.heard.length}
        />
      ))}
      <DepartmentsHeard departments={heard.departments} />
    </SheetPage>
  );
};
