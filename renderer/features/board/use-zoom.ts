// The zoom of the board in use, in whole percent, as it was last drawn.
import { useEffect, useState } from 'react';

import { boardController } from './board-controller.ts';

export function useZoom(): number {
  const [percent, setPercent] = useState(100);
  useEffect(() => {
    const view = boardController()?.view;
    if (!view) return undefined;
    const read = (): void => setPercent(Math.round(view.zoom * 100));
    read();
    return view.follow(read);
  }, []);
  return percent;
}
