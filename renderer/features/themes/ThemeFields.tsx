// Name and insight of a theme, kept as they are typed.
import type { Theme } from '#shared/model/records/theme';
import { tryEdit } from '#renderer/stores/vault-actions';

import { CommitField } from '../../ui/Field.tsx';

/** `large`: as the heading of the theme's own page. */
export function ThemeFields({ theme, className }: { theme: Theme; className?: string }) {
  const { id: themeId, name, insight } = theme;
  const oneWord = insight.trim() !== '' && !insight.trim().includes(' ');
  return (
    <>
      <CommitField
        label="Name"
        value={name}
        placeholder="Unnamed cluster"
        {...(className ? { className } : {})}
        onCommit={(text) => tryEdit('updateTheme', { themeId, name: text.trim() }, `name ${themeId}`)}
      />
      <CommitField
        label="Insight"
        multiline
        rows={2}
        value={insight}
        placeholder="What are these people telling us? Write a sentence."
        help={oneWord ? 'A single word names a topic. Say in a sentence what they are telling you.' : ''}
        onCommit={(text) => tryEdit('updateTheme', { themeId, insight: text.trim() }, `insight ${themeId}`)}
      />
    </>
  );
}
