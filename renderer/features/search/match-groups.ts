// Matches by interview, in the order in which they came.
import type { SearchMatch } from '#shared/rpc/answers';

export interface MatchRow extends SearchMatch {
  id: string;
}

export interface MatchGroup {
  id: string;
  title: string;
  rows: MatchRow[];
}

/** @param titleOf title of a source as it may be shown; null when it is gone. */
export function groupMatches(matches: readonly SearchMatch[], titleOf: (sourceId: string) => string | null): MatchGroup[] {
  const groups = new Map<string, MatchGroup>();
  for (const match of matches) {
    const title = titleOf(match.sourceId);
    if (title === null) continue;
    const group = groups.get(match.sourceId) ?? { id: match.sourceId, title, rows: [] };
    group.rows.push({ ...match, id: `${match.sourceId}:${match.turn}:${match.startOffset}` });
    groups.set(match.sourceId, group);
  }
  return [...groups.values()];
}

/** Most characters shown before a match, so that it stands within the first two lines however narrow the bar is. */
const LEAD = 36;

/** The words before the match, the match, and the words after it. */
export function contextParts(match: Pick<SearchMatch, 'context' | 'contextStart' | 'startOffset' | 'endOffset'>): [string, string, string] {
  const end = match.contextStart + (match.endOffset - match.startOffset);
  return [nearest(match.context.slice(0, match.contextStart)), match.context.slice(match.contextStart, end), match.context.slice(end)];
}

/** The end of a text, from the beginning of a word. */
function nearest(before: string): string {
  if (before.length <= LEAD) return before;
  const end = before.slice(-LEAD);
  const space = end.indexOf(' ');
  return `…${space >= 0 && space < end.length - 1 ? end.slice(space + 1) : end}`;
}
