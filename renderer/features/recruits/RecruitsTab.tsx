// The recruitment list: advocates first, then who was introduced; beside it whoever is chosen, and below the words of the invitation.
import { UserPlus } from 'lucide-react';

import { recruitmentList, type RecruitmentList, type RecruitRow } from '#shared/domain/recruiting/recruitment-list';
import { countNoun, withoutDirections } from '#shared/lib/text';
import { useDerived } from '#renderer/stores/record-hooks';
import { personLabel, useHideNames } from '#renderer/stores/shown-names';
import { useShowStatus } from '#renderer/stores/status-items';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TabPage } from '../../ui/TabPage.tsx';
import type { TabView } from '../room.ts';
import { InvitationDialog } from './InvitationDialog.tsx';
import { InvitationWords } from './InvitationWords.tsx';
import { addRecruit, useRecruitsStore } from './recruit-actions.ts';
import { RecruitForm } from './RecruitForm.tsx';
import { standingOf } from './recruit-words.ts';
import styles from './recruits.module.css';

export const RecruitsTab: TabView<'recruits'> = ({ active }) => {
  const list = useDerived(['recruits', 'participants', 'sources', 'study'], recruitmentList);
  const chosen = useRecruitsStore((view) => view.chosen);
  const inviting = useRecruitsStore((view) => view.inviting);
  const { rows } = list;
  const row = rows.find(({ recruit }) => recruit.id === chosen) ?? rows[0];
  const open = rows.filter(({ heard, recruit }) => !heard && recruit.stage !== 'declined').length;
  useShowStatus(active, [countNoun(rows.length, 'person', 'people') + ' on the list', ...(open > 0 ? [`${open} still to be heard`] : [])]);
  return (
    <TabPage
      title="Recruitment"
      label="Recruitment list"
      gap={12}
      tools={
        <Button
          {...(rows.length === 0 ? { look: 'primary' as const } : {})}
          icon={<UserPlus size={14} aria-hidden="true" />}
          onClick={() => void addRecruit().catch(() => undefined)}
        >
          Add somebody…
        </Button>
      }
    >
      {rows.length === 0 || !row ? (
        <EmptyState>
          Whom to interview stands here, in the order in which to ask: advocates first, because they introduce you to others; then whoever
          was introduced; cold contacts last.
        </EmptyState>
      ) : (
        <>
          <Hints list={list} />
          <div className={styles.columns}>
            <PeopleList rows={rows} chosen={row.recruit.id} />
            <RecruitForm key={row.recruit.id} row={row} />
          </div>
        </>
      )}
      <InvitationWords />
      {inviting !== null && rows.some(({ recruit }) => recruit.id === inviting) ? <InvitationDialog recruitId={inviting} /> : null}
    </TabPage>
  );
};

function Hints({ list: { target, mayIntroduce } }: { list: RecruitmentList }) {
  const hideNames = useHideNames();
  const names = mayIntroduce.slice(0, 5).map((person) => withoutDirections(personLabel(person, hideNames)));
  const more = mayIntroduce.length > names.length ? ` and ${mayIntroduce.length - names.length} more` : '';
  return (
    <ul className={styles.hints}>
      {target ? (
        <li>
          Of the segment that matters most, {countNoun(target.heard, 'person was', 'people were')} heard and {target.listed} more{' '}
          {target.listed === 1 ? 'is' : 'are'} on the list.
        </li>
      ) : null}
      {names.length > 0 ? (
        <li>
          Not asked yet to introduce somebody: {names.join(', ')}
          {more}.
        </li>
      ) : null}
    </ul>
  );
}

function PeopleList({ rows, chosen }: { rows: readonly RecruitRow[]; chosen: string }) {
  const hideNames = useHideNames();
  return (
    <ol className={styles.people} aria-label="People, in the order in which to ask them">
      {rows.map((row) => (
        <li key={row.recruit.id}>
          <button
            type="button"
            className={styles.person}
            aria-pressed={row.recruit.id === chosen}
            {...(row.recruit.id === chosen ? { 'data-focus-first': '' } : {})}
            onClick={() => useRecruitsStore.setState({ chosen: row.recruit.id })}
          >
            <bdi>{personLabel(row.participant, hideNames)}</bdi>
            <span className={styles.standing}>{standingOf(row)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
