// The briefs “before you ask”: what to know and to acknowledge before a department opens its version of the customer.
import { useState } from 'react';

import { departmentBriefs } from '#shared/domain/handover/department-brief';
import { briefsMarkdown } from '#shared/domain/handover/plan-markdown';
import { countNoun } from '#shared/lib/text';
import { useShowStatus } from '#renderer/stores/status-items';

import ui from '../../ui/ui.module.css';
import { AlwaysPseudonyms, useEvidence } from '../evidence/index.ts';
import type { TabView } from '../room.ts';
import { HandoverPage } from './HandoverPage.tsx';
import styles from './handover.module.css';

/** It may lie on a table: people appear under pseudonyms, whatever the screen shows elsewhere. */
export const BriefTab: TabView<'brief'> = (props) => (
  <AlwaysPseudonyms value>
    <BriefPage {...props} />
  </AlwaysPseudonyms>
);

const ALL = '';

const BriefPage: TabView<'brief'> = ({ active }) => {
  const scope = useEvidence();
  const briefs = departmentBriefs(scope);
  const [wanted, setWanted] = useState(ALL);
  const shown = briefs.some(({ departmentId }) => departmentId === wanted)
    ? briefs.filter(({ departmentId }) => departmentId === wanted)
    : briefs;
  useShowStatus(active, [countNoun(briefs.length, 'department', 'departments')]);
  return (
    <HandoverPage
      title="Before you ask"
      compose={() => briefsMarkdown(scope, shown)}
      tools={
        <select
          className={`${ui.input} ${styles.choice}`}
          aria-label="Department"
          value={shown.length === briefs.length ? ALL : wanted}
          onChange={({ target }) => setWanted(target.value)}
        >
          <option value={ALL}>All departments</option>
          {briefs.map(({ departmentId, name }) => (
            <option key={departmentId} value={departmentId}>
              {name}
            </option>
          ))}
        </select>
      }
    />
  );
};
