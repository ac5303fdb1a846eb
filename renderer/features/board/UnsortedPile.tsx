// The unsorted pile: snippets that are not on the board yet, shuffled, to be read, dragged or moved from here.
import { useDeferredValue, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { GridList, GridListItem, ListLayout, type Selection, Virtualizer } from 'react-aria-components';

import { foldForSearch, shorten } from '#shared/lib/text';
import type { Snippet } from '#shared/model/records/snippet';
import { useDerived } from '#renderer/stores/record-hooks';
import { select } from '#renderer/stores/view-store';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterField } from '../../ui/FilterField.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { tagColour } from '../../ui/TagChip.tsx';
import { placeUnsorted } from './board-actions.ts';
import { useBoardStore } from './board-store.ts';
import { moveTo } from './move-to.ts';
import { usePileDrag } from './pile-drag.ts';
import { snippetsAsSubject } from './subject.ts';
import { unsortedSnippets } from './unsorted.ts';
import { type CardFace, useBoardPeople, useCardFaces } from './use-board.ts';
import styles from './side-bar.module.css';

const ROW = { rowHeight: 76 };

export function UnsortedPile() {
  const unsorted = useDerived(['snippets', 'cards'], unsortedSnippets);
  const [filter, setFilter] = useState('');
  const wanted = useDeferredValue(filter);
  const found = useMemo(() => matching(unsorted, wanted), [unsorted, wanted]);
  return (
    <section className={styles.section} data-grow="true" aria-label="Unsorted snippets">
      <div className={styles.head}>
        <SectionTitle count={unsorted.length}>Unsorted</SectionTitle>
      </div>
      {unsorted.length === 0 ? <NothingUnsorted /> : null}
      {unsorted.length > 0 ? (
        <>
          <PileActions />
          <div className={styles.filter}>
            <FilterField label="Filter the pile" value={filter} onChange={setFilter} />
          </div>
          {found.length === 0 ? (
            <p className={styles.note}>
              None of the {unsorted.length} unsorted snippets contains “{filter.trim()}”.
            </p>
          ) : (
            <PileList snippets={found} />
          )}
        </>
      ) : null}
    </section>
  );
}

function matching(snippets: readonly Snippet[], filter: string): readonly Snippet[] {
  const words = foldForSearch(filter.trim());
  return words === '' ? snippets : snippets.filter((snippet) => foldForSearch(snippet.quote).includes(words));
}

function NothingUnsorted() {
  const some = useDerived(['snippets'], (reader) => reader.all('snippets').size > 0);
  return (
    <EmptyState>{some ? 'Every snippet is on the board.' : 'Nothing to sort yet. Snippets you mark arrive here, shuffled.'}</EmptyState>
  );
}

/** What can be done without dragging. */
function PileActions() {
  const pile = useBoardStore((state) => state.pile);
  return (
    <div className={styles.actions}>
      <Button
        disabled={pile.size === 0}
        title="Choose where the selected snippets go (M)"
        onClick={() => void moveTo(snippetsAsSubject([...pile]))}
      >
        Move to…
      </Button>
      <Button
        title="Puts all unsorted snippets on the board, in a loose grid in free space. One step, which can be undone."
        onClick={() => void placeUnsorted()}
      >
        Put all on the board
      </Button>
    </div>
  );
}

function PileList({ snippets }: { snippets: readonly Snippet[] }) {
  const faceOf = useCardFaces(useBoardPeople());
  const pile = useBoardStore((state) => state.pile);
  const drag = usePileDrag();
  const choose = (keys: Selection): void => {
    const ids = keys === 'all' ? snippets.map((snippet) => snippet.id) : [...keys].map(String);
    useBoardStore.setState({ pile: new Set(ids) });
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) select({ kind: 'snippet', id: only });
  };
  return (
    <div className={styles.pile} data-surface="pile" onPointerDownCapture={drag.onPointerDown}>
      <Virtualizer layout={ListLayout} layoutOptions={ROW}>
        <GridList
          aria-label="Unsorted snippets. Drag them onto the board, or press M to move them."
          className={styles.list ?? ''}
          items={snippets.map(({ id }) => ({ id }))}
          dependencies={[faceOf]}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={snippets.filter(({ id }) => pile.has(id)).map(({ id }) => id)}
          onSelectionChange={choose}
          data-focus-first=""
        >
          {({ id }) => <PileRow id={id} face={faceOf(id)} />}
        </GridList>
      </Virtualizer>
      {drag.snippetIds.length > 0 ? <Ghost drag={drag} faceOf={faceOf} /> : null}
    </div>
  );
}

function PileRow({ id, face }: { id: string; face: CardFace }) {
  return (
    <GridListItem id={id} textValue={face.text} className={styles.row ?? ''} style={face.colour === null ? {} : tagColour(face.colour)}>
      <span className={styles.rowText} dir="auto">
        {face.text}
      </span>
      <span className={styles.rowSource}>{face.source}</span>
    </GridListItem>
  );
}

/** What follows the pointer on its way to the board. */
function Ghost({ drag, faceOf }: { drag: ReturnType<typeof usePileDrag>; faceOf(snippetId: string): CardFace }) {
  const [first = ''] = drag.snippetIds;
  const face = faceOf(first);
  return createPortal(
    <div ref={drag.ghostRef} className={styles.ghost} aria-hidden="true">
      <span className={styles.rowText}>{shorten(face.text, 80)}</span>
      {drag.snippetIds.length > 1 ? <span className={styles.ghostCount}>{drag.snippetIds.length}</span> : null}
    </div>,
    document.body,
  );
}
