// What one does with a signal: say why it moved, add points, take them away.
import { dayInWords, peopleOfPeople } from '#shared/domain/readout/sentences';
import type { ReadPoint } from '#shared/domain/rhythm/read-signal';
import { figureInWords } from '#shared/domain/rhythm/signal-words';
import type { Signal } from '#shared/model/records/signal';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { refuseToChange } from '#renderer/stores/refuse';
import { edit } from '#renderer/stores/vault-actions';
import { announce } from '#renderer/ui/announce';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { currentEvidence } from '../evidence/index.ts';

/** Asks for the theme that explains a point; those with most people first. */
export async function askWhy(signal: Signal, { on, whys }: ReadPoint): Promise<void> {
  if (refuseToChange()) return;
  const scope = currentEvidence();
  const items = scope.matrix.rows
    .filter(({ theme }) => !whys.some(({ themeId }) => themeId === theme.id))
    .toSorted((left, right) => right.people.length - left.people.length)
    .map(({ theme, people }) => ({
      id: theme.id,
      label: scope.shown(theme.name || 'Unnamed cluster'),
      detail: peopleOfPeople(people.length, scope.heard.length),
    }));
  const answer = await quickPick({
    title: `${signal.name}, ${dayInWords(on)}: why`,
    placeholder: 'Choose the theme that explains it',
    items,
    empty: () => 'No theme is left to choose. Themes are made on the board.',
  });
  if (!answer || !('id' in answer)) return;
  await edit('explainSignal', { signalId: signal.id, on, themeId: answer.id });
  announce('The theme was attached as the why.');
}

export async function removePoint(signal: Signal, { on, value }: ReadPoint): Promise<void> {
  await edit('removeSignalPoint', { signalId: signal.id, on });
  notifyUndoable(`The point of ${dayInWords(on)} (${figureInWords(value, signal.unit)}) was removed from ${signal.name}.`);
  focusFrontSurface();
}

export async function removeSignal(signal: Signal): Promise<void> {
  await edit('removeSignal', { signalId: signal.id });
  notifyUndoable(`The signal ${signal.name} was removed with its points.`);
  focusFrontSurface();
}
