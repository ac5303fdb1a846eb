// Which part of the guide is shown, and the cell of the coverage that is looked at.
import { create } from 'zustand';

export type GuidePart = 'questions' | 'coverage';

interface GuideView {
  part: GuidePart;
  /** The cell whose details are shown. */
  cell: { questionId: string; sourceId: string } | null;
}

export const useGuideStore = create<GuideView>()(() => ({ part: 'questions', cell: null }));

export function showGuidePart(part: GuidePart): void {
  useGuideStore.setState({ part });
}
