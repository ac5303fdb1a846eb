// The customer, as heard: one page in place of a version for each department, written beside the people and words it rests on.
import { Printer } from 'lucide-react';
import { useMemo, useRef } from 'react';

import { customerAsHeard } from '#shared/domain/readout/customer-as-heard';
import { sampleInOneLine } from '#shared/domain/readout/one-page';
import { peopleOfPeople, plainText } from '#shared/domain/readout/sentences';
import { withoutDirections } from '#shared/lib/text';
import { useRecord } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';
import { printElement } from '#renderer/ui/print-element';

import { Button } from '../../ui/Button.tsx';
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

const CustomerPage: TabView<'customer'> = ({ active }) => {
  const scope = useEvidence();
  const record = useRecord('customer', 'customer');
  const sheet = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the record is read through the scope
  const heard = useMemo(() => customerAsHeard(scope), [scope, record]);
  useShowStatus(active, [
    peopleOfPeople(
      new Set(heard.parts.flatMap(({ snippetIds }) => snippetIds.flatMap((id) => scope.evidence.peopleOf(id)))).size,
      scope.heard.length,
    ) + ' quoted',
  ]);
  return (
    <div className={styles.page} data-surface="other" tabIndex={0} role="region" aria-label="The customer, as heard">
      <div className={styles.bar}>
        <Button
          icon={<Printer size={14} aria-hidden="true" />}
          onClick={() => sheet.current && printElement(sheet.current, 'The customer, as heard', scope.shown)}
        >
          Print this page…
        </Button>
      </div>
      <div className={styles.sheet} ref={sheet}>
        <h1 className={styles.title}>The customer, as heard</h1>
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
      </div>
    </div>
  );
};
