// The affinity map: question, toolbar, the surface, and the outline beside it.
import { useEffect, useRef } from 'react';

import { FIRST_BOARD_ID } from '#shared/model/records/board';
import { countNoun } from '#shared/lib/text';
import { openTab } from '#renderer/stores/tabs';
import { useDerived, useRecord } from '#renderer/stores/record-hooks';
import { tryEdit } from '#renderer/stores/vault-actions';
import { showActivity } from '#renderer/stores/view-store';

import type { TabView } from '../room.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { placeUnsorted } from './board-actions.ts';
import { BoardCanvas } from './BoardCanvas.tsx';
import { BoardOutline } from './BoardOutline.tsx';
import { BoardStatus } from './BoardStatus.tsx';
import { BoardToolbar } from './BoardToolbar.tsx';
import { useBoardStore } from './board-store.ts';
import { useBoardOfStudy } from './proposal-store.ts';
import { useBoardPeople } from './use-board.ts';
import styles from './frame.module.css';

export const BoardTab: TabView<'board'> = ({ active }) => {
  const people = useBoardPeople();
  const outline = useBoardStore((state) => state.outline);
  const counts = useDerived(['cards', 'themes', 'snippets'], (reader) => ({
    items: reader.all('cards').size + reader.all('themes').size,
    snippets: reader.all('snippets').size,
  }));
  useBoardOfStudy();
  return (
    <div className={styles.room}>
      <FocusQuestion />
      <BoardToolbar />
      <div className={styles.body}>
        {counts.items === 0 ? <EmptyBoard snippets={counts.snippets} /> : <BoardCanvas people={people} />}
        {outline && counts.items > 0 ? <BoardOutline people={people} /> : null}
      </div>
      <BoardStatus active={active} />
    </div>
  );
};

/** The question that everything is sorted towards, always in sight. */
function FocusQuestion() {
  const board = useRecord('boards', FIRST_BOARD_ID);
  if (!board) return null;
  return (
    <div className={styles.question}>
      <CommitField
        label="Focus question"
        hideLabel
        className={styles.questionField ?? ''}
        value={board.focusQuestion}
        placeholder="Focus question: what do you want to learn by sorting?"
        onCommit={(focusQuestion) => tryEdit('setFocusQuestion', { focusQuestion }, 'focusQuestion')}
      />
    </div>
  );
}

function EmptyBoard({ snippets }: { snippets: number }) {
  const actions =
    snippets === 0 ? (
      <Button look="primary" onClick={() => showActivity('interviews')}>
        Open an interview
      </Button>
    ) : (
      <Button look="primary" onClick={() => void placeUnsorted()}>
        Put {countNoun(snippets, 'snippet', 'snippets')} on the board
      </Button>
    );
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The last card has gone, and the surface with it.
    if (document.activeElement === document.body) place.current?.focus();
  }, []);
  return (
    <div ref={place} className={styles.emptyBoard} data-surface="board" data-focus-first="" tabIndex={0} aria-label="Affinity map, empty">
      {snippets === 0 ? (
        <EmptyState centred title="Nothing to sort yet." actions={actions}>
          Snippets you mark arrive here, shuffled.
        </EmptyState>
      ) : (
        <EmptyState
          centred
          title="Nothing on the board yet."
          actions={
            <>
              {actions} <Button onClick={() => openTab({ kind: 'codebook' })}>Look at the codebook first</Button>
            </>
          }
        >
          {countNoun(snippets, 'snippet waits', 'snippets wait')} in the pile on the left. Drag them here one by one as you read, or put all
          of them on the board and sort there.
        </EmptyState>
      )}
    </div>
  );
}
