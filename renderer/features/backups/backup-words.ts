// Words about backups: reasons, sizes, times.
import type { BackupRow } from '#shared/rpc/history-answers';

const REASONS: { readonly [R in NonNullable<BackupRow['reason']>]: string } = {
  hourly: 'While working',
  'by-hand': 'By hand',
  'before-migration': 'Before a new data version',
  'before-import': 'Before a big import',
  'before-delete': 'Before a big removal',
  'before-restore': 'Before a restore',
};

export function reasonInWords({ reason }: BackupRow): string {
  return reason === null ? 'Cannot be read' : REASONS[reason];
}

/** `210 KB`, `1.4 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = '';
  for (const name of units) {
    if (value < 1000) break;
    value /= 1000;
    unit = name;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

/** `30 Jun 2026, 14:05`, local. @param at ISO 8601. */
export function momentOf(at: string): string {
  const time = new Date(at);
  const day = time.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
  return `${day}, ${time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
}
