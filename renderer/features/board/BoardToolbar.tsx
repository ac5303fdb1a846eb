// The toolbar over the board: what concerns the whole of it. It never changes its height, so the board stays still under the pointer.
import { ListTree, Maximize, Minus, Plus } from 'lucide-react';
import { Toolbar } from 'react-aria-components';

import { Button, IconButton } from '../../ui/Button.tsx';
import { tidyUp } from './board-actions.ts';
import { useBoardStore } from './board-store.ts';
import { boardHandlers } from './commands.ts';
import { keysOf } from './keys-of.ts';
import { useZoom } from './use-zoom.ts';
import styles from './frame.module.css';

export function BoardToolbar() {
  const outline = useBoardStore((state) => state.outline);
  const zoom = useZoom();
  return (
    <Toolbar className={styles.toolbar ?? ''} aria-label="Board">
      <Button
        title={`Makes an empty cluster, or one of the selected cards (${keysOf('board.newCluster')})`}
        onClick={() => void boardHandlers['board.newCluster']()}
      >
        Make a cluster
      </Button>
      <Button
        title={`Clusters in rows without overlaps, loose cards in a grid. One step, which can be undone. (${keysOf('board.tidy')})`}
        onClick={() => void tidyUp()}
      >
        Tidy up
      </Button>
      <span className={styles.toolbarGap} />
      <IconButton
        label="Outline"
        keys={keysOf('board.outline')}
        pressed={outline}
        onClick={() => useBoardStore.setState({ outline: !outline })}
      >
        <ListTree size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label="Zoom out" keys={keysOf('board.zoomOut')} onClick={() => void boardHandlers['board.zoomOut']()}>
        <Minus size={16} aria-hidden="true" />
      </IconButton>
      <Button
        look="quiet"
        className={styles.zoom ?? ''}
        title={`Actual size (${keysOf('board.zoom100')})`}
        onClick={() => void boardHandlers['board.zoom100']()}
      >
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
