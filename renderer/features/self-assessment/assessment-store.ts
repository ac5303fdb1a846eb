// Whether somebody assesses, or looks at an assessment again.
import { create } from 'zustand';

import { refuseToChange } from '#renderer/stores/refuse';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

/** `assessmentId` null: a new one. */
export const useAssessmentStore = create<{ dialog: { assessmentId: string | null } | null }>()(() => ({ dialog: null }));

export function openAssessment(assessmentId: string | null): void {
  if (!refuseToChange()) useAssessmentStore.setState({ dialog: { assessmentId } });
}

export function closeAssessment(): void {
  useAssessmentStore.setState({ dialog: null });
  focusFrontSurface();
}
