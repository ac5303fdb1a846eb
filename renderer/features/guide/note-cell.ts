// Notes by hand whether a question was asked in an interview.
import type { CoverageCell } from '#shared/domain/guide/guide-coverage';
import { announce } from '#renderer/ui/announce';
import { edit } from '#renderer/stores/vault-actions';

/** Goes on to the next state: asked, not asked, nothing noted. */
export function noteCell(cell: CoverageCell): void {
  void setCell(cell, cell.state === 'asked' ? false : cell.state === 'not asked' ? null : true);
}

/** @param asked null takes back what was noted. */
export async function setCell({ questionId, sourceId, proposal, asking }: CoverageCell, asked: boolean | null): Promise<void> {
  const turn = proposal?.turn ?? asking?.place?.turn ?? null;
  const done = await edit('recordAskings', { askings: [{ questionId, sourceId, asked, turn }] }).then(
    () => true,
    () => false,
  );
  if (done) announce(asked === null ? 'Nothing is noted any more.' : asked ? 'Noted as asked.' : 'Noted as not asked.');
}
