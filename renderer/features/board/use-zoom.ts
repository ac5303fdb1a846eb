// The zoom of the board in use, in whole percent.
import { useEffect, useState } from 'react';

import { useBoardController } from './board-controller.ts';

export function useZoom(): number {
  const view = useBoardController()?.view;
  const [percent, setPercent] = useState(100);
  useEffect(() => {
    if (!view) return undefined;
    let last = 0;
    const read = (): void => {
      const now = Math.round(view.zoom * 100);
      // Panning must not reach React.
      if (now !== last) setPercent(now);
      last = now;
    };
    read();
    return view.follow(read);
  }, [view]);
  return percent;
}
