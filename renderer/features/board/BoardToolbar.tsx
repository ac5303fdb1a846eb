// The toolbar over the board: everything that a drag or a key does, by clicking.
import { ListTree, Maximize, Minus, Plus } from 'lucide-react';
import { Toolbar } from 'react-aria-components';

import type { CommandId } from '#shared/commands/catalog';
import { commandById } from '#shared/commands/catalog';

import { readableKeys } from '../../ui/readable-keys.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { dissolve, openField, takeOff, tagSubject, tidyUp } from './board-actions.ts';
import { actingOnBoard, actingTheme, useBoardStore } from './board-store.ts';
import { boardHandlers } from './commands.ts';
import { makeCluster, moveTo } from './move-to.ts';
import { cardsAsSubject } from './subject.ts';
import { useZoom } from './use-zoom.ts';
import styles from './board.module.css';

const keysOf = (id: CommandId): string => readableKeys(commandById(id).keys?.[0] ?? '');

export function BoardToolbar() {
  // Whatever is selected or focused decides what can be done.
  const { outline } = useBoardStore();
  const { cardIds, themeIds } = actingOnBoard();
  const themeId = actingTheme();
  const zoom = useZoom();
  return (
    <Toolbar className={styles.toolbar ?? ''} aria-label="Board">
      <Button disabled={cardIds.length === 0} title={`Choose the cluster (${keysOf('board.moveTo')})`} onClick={() => void moveTo(cardsAsSubject(cardIds))}>
        Move to…
      </Button>
      <Button title={`Makes a cluster of the selected cards, or an empty one (${keysOf('board.newCluster')})`} onClick={() => void makeCluster(cardsAsSubject(cardIds), '')}>
        Make a cluster
      </Button>
      {themeId ? (
        <>
          <Button title={keysOf('board.rename')} onClick={() => openField('name', themeId)}>
            Name…
          </Button>
          <Button title={`What are these people telling us? (${keysOf('board.insight')})`} onClick={() => openField('insight', themeId)}>
            Insight…
          </Button>
        </>
      ) : null}
      {themeIds.length > 0 ? (
        <Button
          title={`Its cards stay on the board, loose. What was judged about it in the matrix goes with it; undo brings it back. (${keysOf('board.dissolve')})`}
          onClick={() => void dissolve(themeIds)}
        >
          Dissolve
        </Button>
      ) : null}
      {cardIds.length > 0 ? (
        <>
          <Button title={keysOf('board.tag')} onClick={() => void tagSubject(cardsAsSubject(cardIds))}>
            Tag…
          </Button>
          <Button title={`The snippets stay and go back to the unsorted pile (${keysOf('board.remove')})`} onClick={() => void takeOff(cardsAsSubject(cardIds))}>
            Take off
          </Button>
        </>
      ) : null}
      <span className={styles.toolbarGap} />
      <Button title={`Clusters in rows without overlaps, loose cards in a grid. One step, which can be undone. (${keysOf('board.tidy')})`} onClick={() => void tidyUp()}>
        Tidy up
      </Button>
      <IconButton label="Outline" keys={keysOf('board.outline')} pressed={outline} onClick={() => useBoardStore.setState({ outline: !outline })}>
        <ListTree size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label="Zoom out" keys={keysOf('board.zoomOut')} onClick={() => void boardHandlers['board.zoomOut']()}>
        <Minus size={16} aria-hidden="true" />
      </IconButton>
      <Button look="quiet" className={styles.zoom ?? ''} title={`Actual size (${keysOf('board.zoom100')})`} onClick={() => void boardHandlers['board.zoom100']()}>
        {zoom} %
      </Button>
      <IconButton label="Zoom in" keys={keysOf('board.zoomIn')} onClick={() => void boardHandlers['board.zoomIn']()}>
        <Plus size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label="Fit everything" keys={keysOf('board.zoomFit')} onClick={() => void boardHandlers['board.zoomFit']()}>
        <Maximize size={16} aria-hidden="true" />
      </IconButton>
    </Toolbar>
  );
}
