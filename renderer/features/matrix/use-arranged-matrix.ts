// The arranged matrix for components and for handlers: the same answer for both.
import { useMemo } from 'react';

import { currentEvidence, useEvidence } from '../evidence/index.ts';
import { type ArrangedMatrix, arrangeMatrix } from '#shared/domain/evidence/arrange-matrix';
import { useMatrixStore } from './matrix-store.ts';

export function useArrangedMatrix(): ArrangedMatrix {
  const { matrix } = useEvidence();
  const sort = useMatrixStore((state) => state.sort);
  const hidden = useMatrixStore((state) => state.hidden);
  return useMemo(() => arrangeMatrix(matrix, sort, hidden), [matrix, sort, hidden]);
}

export function arrangedMatrixNow(): ArrangedMatrix {
  const { sort, hidden } = useMatrixStore.getState();
  return arrangeMatrix(currentEvidence().matrix, sort, hidden);
}
