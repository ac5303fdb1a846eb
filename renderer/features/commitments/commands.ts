// Commands of commitments and forecasts.
import type { IdsOf } from '#shared/commands/catalog';
import type { COMMITMENTS } from '#shared/commands/catalog/commitments';
import { askText } from '#renderer/stores/quick-pick-store';
import { openTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';
import { showActivity } from '#renderer/stores/view-store';

import { sealReady, signCommitment } from './commitment-actions.ts';
import { giveForecast, revealForecasts } from './forecast-actions.ts';

/** Brings the plan to its commitments and puts the focus there. */
function show(): void {
  showActivity('plan');
  openTab({ kind: 'plan' });
  requestAnimationFrame(() => {
    const section = document.querySelector<HTMLElement>('[data-commitments]');
    section?.scrollIntoView({ block: 'start' });
    section?.focus();
  });
}

async function add(): Promise<void> {
  show();
  const statement = await askText({ title: 'If people say …', placeholder: 'What they would have to say', action: 'Add' });
  if (statement?.trim()) await edit('addCommitment', { statement: statement.trim() });
}

/** A refusal has been shown when the edit rejects. */
function quietly(act: () => Promise<void>): () => Promise<void> {
  return async () => {
    show();
    await act().catch(() => undefined);
  };
}

export const commitmentHandlers: Record<IdsOf<typeof COMMITMENTS>, () => void | Promise<void>> = {
  'commitment.show': show,
  'commitment.add': () => add().catch(() => undefined),
  'commitment.sign': quietly(() => signCommitment()),
  'commitment.seal': quietly(() => sealReady()),
  'forecast.give': quietly(() => giveForecast()),
  'forecast.reveal': quietly(() => revealForecasts()),
};
