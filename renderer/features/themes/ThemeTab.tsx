// A theme's own page: what it is called, what it says, who says it, in which words, and what that does to the assumptions.
import { useRecord } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';
import { peopleOfPeople } from '#shared/domain/readout/sentences';

import { useBoardPeople } from '../board/index.ts';
import type { TabView } from '../room.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { figuresOf } from './theme-people.ts';
import { ThemeActions } from './ThemeActions.tsx';
import { ThemeEvidence } from './ThemeEvidence.tsx';
import { ThemeFields } from './ThemeFields.tsx';
import { ThemeFigures } from './ThemeFigures.tsx';
import { ThemeMemos } from './ThemeMemos.tsx';
import { ThemeQuotes } from './ThemeQuotes.tsx';
import styles from './themes.module.css';

export const ThemeTab: TabView<'theme'> = ({ content, active }) => {
  const theme = useRecord('themes', content.id);
  const { scope, heard } = useBoardPeople();
  const people = figuresOf(scope, content.id).people.length;
  useShowStatus(active && theme !== undefined, [peopleOfPeople(people, heard.length)]);
  if (!theme) {
    return (
      <EmptyState centred title="This theme is no longer there.">
        Its cards stay on the board. Undo brings the theme back.
      </EmptyState>
    );
  }
  return (
    <div className={styles.page}>
      <article className={styles.column} aria-label={theme.name.trim() || 'Unnamed cluster'}>
        <ThemeFields theme={theme} className={styles.title ?? ''} />
        <ThemeFigures themeId={theme.id} width={640} />
        <ThemeActions theme={theme} />
        <ThemeEvidence themeId={theme.id} />
        <ThemeQuotes themeId={theme.id} />
        <ThemeMemos themeId={theme.id} name={theme.name} />
      </article>
    </div>
  );
};
