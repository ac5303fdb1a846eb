// Before and after: what each department believed, how sure people were, and what was heard, side by side.
import { beforeAndAfter } from '#shared/domain/handover/before-and-after';
import { beforeAndAfterMarkdown } from '#shared/domain/handover/plan-markdown';
import { countNoun } from '#shared/lib/text';
import { useRecords } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';

import { AlwaysPseudonyms, useEvidence } from '../evidence/index.ts';
import type { TabView } from '../room.ts';
import { HandoverPage } from './HandoverPage.tsx';

/** It is made to be shown to the departments: people appear under pseudonyms, whatever the screen shows elsewhere. */
export const BeforeAfterTab: TabView<'before-after'> = (props) => (
  <AlwaysPseudonyms value>
    <BeforeAfterPage {...props} />
  </AlwaysPseudonyms>
);

const BeforeAfterPage: TabView<'before-after'> = ({ active }) => {
  const scope = useEvidence();
  // Forecasts are read through the scope: drawn again when one is revealed.
  useRecords('forecasts');
  const departments = beforeAndAfter(scope);
  const differs = departments.reduce((sum, department) => sum + department.differs, 0);
  const statements = departments.reduce((sum, department) => sum + department.statements.length, 0);
  useShowStatus(active, [`${countNoun(statements, 'statement', 'statements')}, ${differs} ${differs === 1 ? 'differs' : 'differ'}`]);
  return <HandoverPage title="Before and after" compose={() => beforeAndAfterMarkdown(scope, departments)} />;
};
