// What becomes of the recruitment list when a participant goes.
import type { Draft } from '#shared/model/draft';

/** A participant who goes leaves the list, and introduces nobody any more. */
export function dropRecruit(draft: Draft, participantId: string): void {
  for (const { id } of draft.referring('participants', participantId, 'recruits')) {
    if (id === participantId) draft.remove('recruits', id);
    else draft.update('recruits', id, { introducerId: null });
  }
}
