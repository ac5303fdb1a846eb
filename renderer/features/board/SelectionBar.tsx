// What can be done with what is selected, by clicking: a bar over the lower edge of the board, so that nothing moves when it comes and goes.
import { Toolbar } from 'react-aria-components';

import { countNoun } from '#shared/lib/text';
import { projection } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import { dissolve, openField, takeOff, tagSubject } from './board-actions.ts';
import { actingOnBoard, actingTheme, useBoardStore } from './board-store.ts';
import { keysOf } from './keys-of.ts';
import { makeCluster, moveTo } from './move-to.ts';
import { cardsAsSubject } from './subject.ts';
import styles from './frame.module.css';

export function SelectionBar() {
  const { moving, field, cards, themes } = useBoardStore();
  // What only has the focus is acted on by keys; the bar would be in the way of whoever walks the board.
  if (moving || field || !isAnyLeft(cards, themes)) return null;
  const { cardIds, themeIds } = actingOnBoard();
  const themeId = actingTheme();
  return (
    <Toolbar className={styles.selectionBar ?? ''} aria-label="Selection on the board">
      <span className={styles.selectionCount}>{inWords(cardIds.length, themeIds.length)}</span>
      {cardIds.length > 0 ? <CardActions cardIds={cardIds} /> : null}
      {themeId && cardIds.length === 0 ? <ClusterActions themeId={themeId} /> : null}
      {themeIds.length > 0 ? (
        <Button
          look="quiet"
          title={`The cards stay on the board, loose. What was judged about it in the matrix goes with it; undo brings it back. (${keysOf('board.dissolve')})`}
          onClick={() => void dissolve(themeIds)}
        >
          Dissolve
        </Button>
      ) : null}
    </Toolbar>
  );
}

/** Undo may have taken away what is selected. */
function isAnyLeft(cards: ReadonlySet<string>, themes: ReadonlySet<string>): boolean {
  const { state } = projection;
  return [...cards].some((id) => state.get('cards', id)) || [...themes].some((id) => state.get('themes', id));
}

function inWords(cards: number, themes: number): string {
  return [
    ...(cards > 0 ? [countNoun(cards, 'card', 'cards')] : []),
    ...(themes > 0 ? [countNoun(themes, 'cluster', 'clusters')] : []),
  ].join(', ');
}

function CardActions({ cardIds }: { cardIds: readonly string[] }) {
  const subject = cardsAsSubject(cardIds);
  return (
    <>
      <Button look="quiet" title={`Choose the cluster (${keysOf('board.moveTo')})`} onClick={() => void moveTo(subject)}>
        Move to…
      </Button>
      <Button
        look="quiet"
        title={`Puts them together in a new cluster (${keysOf('board.newCluster')})`}
        onClick={() => void makeCluster(subject, '')}
      >
        Make a cluster
      </Button>
      <Button look="quiet" title={keysOf('board.tag')} onClick={() => void tagSubject(subject)}>
        Tag…
      </Button>
      <Button
        look="quiet"
        title={`The snippets stay and go back to the unsorted pile (${keysOf('board.remove')})`}
        onClick={() => void takeOff(subject)}
      >
        Take off
      </Button>
    </>
  );
}

function ClusterActions({ themeId }: { themeId: string }) {
  return (
    <>
      <Button look="quiet" title={keysOf('board.rename')} onClick={() => openField('name', themeId)}>
        Name…
      </Button>
      <Button
        look="quiet"
        title={`What are these people telling us? (${keysOf('board.insight')})`}
        onClick={() => openField('insight', themeId)}
      >
        Insight…
      </Button>
    </>
  );
}
