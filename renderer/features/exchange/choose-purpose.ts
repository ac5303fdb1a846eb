// Asks whom exports are for, and says of each choice what it holds back.
import { AUDIENCE_NAMES } from '#shared/domain/participants/consent-words';
import { withheldWords } from '#shared/domain/participants/withheld-words';
import { countNoun } from '#shared/lib/text';
import { type Purpose, PURPOSES } from '#shared/model/records/consent';
import { chooseExportPurpose, exportPurpose } from '#renderer/stores/export-purpose';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { turnSpeakersOf } from '#renderer/stores/turn-speakers';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { today } from '../evidence/index.ts';

/** Counts for tables, notes, the readout and printed pages until the study is closed. */
export async function choosePurpose(): Promise<void> {
  const now = exportPurpose();
  const answer = await quickPick({
    title: 'Whom are exports, prints and the readout for?',
    placeholder: 'Who gets to read them',
    items: PURPOSES.map((purpose) => ({
      id: purpose,
      label: `For ${AUDIENCE_NAMES[purpose]}`,
      detail: heldBack(purpose),
      ...(purpose === now ? { hint: 'now' } : {}),
    })),
  });
  const chosen = PURPOSES.find((purpose) => answer && 'id' in answer && answer.id === purpose);
  if (!chosen) return;
  chooseExportPurpose(chosen);
  announce(`Exports, prints and the readout are for ${AUDIENCE_NAMES[chosen]} now.`);
}

function heldBack(purpose: Purpose): string {
  const { snippetIds, people } = withheldWords(projection.state, { purpose, day: today() }, { turnSpeakers: turnSpeakersOf });
  if (snippetIds.size === 0) return 'nothing is withheld';
  const count = people.filter(({ quotes }) => quotes > 0).length;
  return `${countNoun(snippetIds.size, 'quote', 'quotes')} of ${countNoun(count, 'person', 'people')} withheld`;
}
