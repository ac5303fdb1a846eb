// What can be done with a theme: see it on the board, put it under another one, dissolve it.
import type { Theme } from '#shared/model/records/theme';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { useRecord } from '#renderer/stores/record-hooks';
import { openTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { requestReveal, showActivity } from '#renderer/stores/view-store';

import { dissolve } from '../board/index.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './themes.module.css';

export function ThemeActions({ theme, withPage }: { theme: Theme; withPage?: boolean }) {
  const parent = useRecord('themes', theme.parentId);
  const showOnBoard = (): void => {
    showActivity('board');
    openTab({ kind: 'board' });
    requestReveal({ surface: 'board', themeId: theme.id });
  };
  return (
    <div className={styles.actions}>
      {withPage ? (
        <Button look="primary" onClick={() => openTab({ kind: 'theme', id: theme.id })}>
          Open its page
        </Button>
      ) : null}
      <Button onClick={showOnBoard}>Show on the board</Button>
      <Button
        title="A theme may be part of a larger one, which then speaks for its quotes too"
        onClick={() => void chooseParent(theme).catch(() => undefined)}
      >
        {parent ? `Part of ${parent.name || 'an unnamed cluster'}…` : 'Make it part of…'}
      </Button>
      <Button
        title="Its cards stay on the board, loose. What was judged about it in the matrix goes with it; undo brings it back."
        onClick={() => void dissolve([theme.id]).catch(() => undefined)}
      >
        Dissolve
      </Button>
    </div>
  );
}

/** Asks for the theme above it; its own parts are not offered. */
async function chooseParent(theme: Theme): Promise<void> {
  const inside = (id: string | null): boolean =>
    id !== null && (id === theme.id || inside(projection.state.get('themes', id)?.parentId ?? null));
  const others = [...projection.state.all('themes').values()].filter((other) => !inside(other.id));
  const none = theme.parentId === null ? [] : [{ id: 'none', label: 'None: a theme of its own' }];
  const answer = await quickPick({
    title: `Make ${theme.name || 'this cluster'} part of…`,
    placeholder: 'Type the name of a theme',
    items: [...none, ...others.map((other) => ({ id: other.id, label: other.name || 'Unnamed cluster' }))],
    empty: () => 'There is no other theme yet.',
  });
  if (answer && 'id' in answer) await edit('nestTheme', { themeId: theme.id, parentId: answer.id === 'none' ? null : answer.id });
}
