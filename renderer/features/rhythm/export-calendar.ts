// Hands what is due, and customer time to come, over as a calendar file.
import { createNameMask } from '#shared/domain/readout/name-mask';
import { dueEvents } from '#shared/domain/rhythm/due-events';
import { writeCalendar } from '#shared/lib/icalendar';
import { notify } from '#renderer/stores/notification-store';
import { refuse } from '#renderer/stores/refuse';
import { projection } from '#renderer/stores/vault-store';

import { today } from '../evidence/index.ts';
import { downloadFile } from '../exchange/index.ts';

/** Names of participants leave as pseudonyms. */
export function exportCalendar(): void {
  const now = new Date();
  const { mask } = createNameMask(projection.state);
  const events = dueEvents(projection.list('rhythmItems'), today(now), mask);
  if (events.length === 0) {
    refuse('Nothing on the rhythm board is due in the next three months. Add a habit first.');
    return;
  }
  const bytes = new TextEncoder().encode(writeCalendar(events, now.toISOString()));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  downloadFile({ fileName: 'customer-time.ics', mediaType: 'text/calendar', base64 });
  notify({ kind: 'info', message: `customer-time.ics was exported with ${events.length} entries for the next three months.` });
}
