// The inspector: always describes the selected thing.
import { createElement, type ComponentType } from 'react';

import { type Selection, useViewStore } from '#renderer/stores/view-store';

import { INSPECTOR_VIEWS } from './rooms.tsx';
import styles from './workbench.module.css';

export function Inspector() {
  const selection = useViewStore((view) => view.selection);
  return (
    <aside className={styles.inspector} aria-label="Inspector" data-part="inspector" tabIndex={-1}>
      {selection ? (
        <Described selection={selection} />
      ) : (
        <p className={styles.nothing}>Select a snippet, a tag, a card or a cell to see more about it here.</p>
      )}
    </aside>
  );
}

function Described({ selection }: { selection: NonNullable<Selection> }) {
  const View = INSPECTOR_VIEWS[selection.kind] as ComponentType<{ selection: NonNullable<Selection> }>;
  return createElement(View, { selection });
}
