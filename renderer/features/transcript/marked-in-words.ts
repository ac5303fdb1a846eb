// Says who marked a snippet, and when.
import type { Snippet } from '#shared/model/records/snippet';

/** `by Ana, 12 May 2026, 10:42`. */
export function markedInWords({ by, at }: Pick<Snippet, 'by' | 'at'>): string {
  const when = new Date(at).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return by === '' ? when : `by ${by}, ${when}`;
}
