// Describes the selected cluster: name, insight, who is here, what it says of the assumptions, and how it is laid out.
import type { Theme } from '#shared/model/records/theme';
import { useRecord } from '#renderer/stores/record-hooks';
import { tryEdit } from '#renderer/stores/vault-actions';

import type { InspectorView } from '../room.ts';
import { Field } from '../../ui/Field.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { ThemeActions } from './ThemeActions.tsx';
import { ThemeEvidence } from './ThemeEvidence.tsx';
import { ThemeFields } from './ThemeFields.tsx';
import { ThemeFigures } from './ThemeFigures.tsx';
import styles from './themes.module.css';

const MOST_COLUMNS = 8;

export const ThemeInspector: InspectorView<'theme'> = ({ selection }) => {
  const theme = useRecord('themes', selection.id);
  if (!theme) return <p className={styles.quiet}>This cluster is no longer there.</p>;
  return (
    <div className={styles.inspector}>
      <SectionTitle>Cluster</SectionTitle>
      <ThemeFields theme={theme} key={theme.id} />
      <ThemeFigures themeId={theme.id} width={260} />
      <ThemeActions theme={theme} withPage />
      <Columns theme={theme} />
      <ThemeEvidence themeId={theme.id} />
    </div>
  );
};

/** How wide the cluster is on the board. */
function Columns({ theme }: { theme: Theme }) {
  const choose = (columns: number): void => tryEdit('updateTheme', { themeId: theme.id, columns }, `columns ${theme.id}`);
  return (
    <Field label="Cards side by side">
      {(id) => (
        <select id={id} className={styles.select} value={theme.columns} onChange={(event) => choose(Number(event.target.value))}>
          {Array.from({ length: Math.max(MOST_COLUMNS, theme.columns) }, (_, index) => index + 1).map((columns) => (
            <option key={columns} value={columns}>
              {columns}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
