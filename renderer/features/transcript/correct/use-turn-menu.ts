// The menu of a turn, by the secondary button on who speaks: correct its text, rename the speaker.
import type { MouseEvent, ReactNode } from 'react';

import { useContextMenu } from '../../../ui/ContextMenu.tsx';
import { startCorrecting, startRenaming } from './start-correcting.ts';

/** Words that are selected keep the system's own menu, with which they are copied. */
export function useTurnMenu(): { open(event: MouseEvent): void; menu: ReactNode } {
  const { open, menu } = useContextMenu('Turn');
  return {
    menu,
    open: (event) => {
      const row = event.target instanceof Element ? event.target.closest('[data-turn-row]') : null;
      const turn = Number(row?.querySelector('[data-turn]')?.getAttribute('data-turn') ?? Number.NaN);
      if (Number.isNaN(turn) || getSelection()?.isCollapsed === false) return;
      open(event, [
        { id: 'correct', label: 'Correct text', keys: 'Shift+E', run: () => startCorrecting(turn) },
        { id: 'rename', label: 'Rename speaker…', keys: 'F2', run: () => startRenaming(turn) },
      ]);
    },
  };
}
