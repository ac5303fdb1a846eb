// The title of a tab, alive: it follows the record's name.
import { useRecord } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';
import type { TabContent } from '#renderer/stores/view-store';

const FIXED: Partial<Record<TabContent['kind'], string>> = {
  welcome: 'Welcome',
  plan: 'Plan',
  participants: 'Participants',
  codebook: 'Codebook',
  board: 'Affinity map',
  matrix: 'Matrix',
  readout: 'Readout',
  rhythm: 'Conversations',
  habits: 'Rhythm board',
  signals: 'Signals',
  listening: 'Listening ratio',
  'self-assessment': 'Self-assessment',
  gates: 'Phase gates',
  brief: 'Before you ask',
  'before-after': 'Before and after',
  digest: 'Digest',
  handoff: 'Hand-off pack',
  queries: 'Queries',
  rivals: 'Rivals',
  guide: 'Interview guide',
  recruits: 'Recruitment',
  customer: 'The customer, as heard',
  coders: 'Second coder',
  settings: 'Settings',
  history: 'History',
  backups: 'Backups',
};

/** Name of what a tab shows; for a record that is gone, what it was. */
export function useTabTitle(content: TabContent): string {
  const id = 'id' in content ? content.id : null;
  const of = (kind: TabContent['kind']): string | null => (content.kind === kind ? id : null);
  const source = useRecord('sources', of('transcript'));
  const department = useRecord('departments', of('department'));
  const tag = useRecord('tags', of('tag'));
  const theme = useRecord('themes', of('theme'));
  const memo = useRecord('memos', of('memo'));
  const themeName = theme && (theme.name || 'Unnamed cluster');
  const shown = useShownText();
  return (
    FIXED[content.kind] ?? (source && shown(source.title)) ?? department?.name ?? tag?.name ?? themeName ?? memo?.title ?? 'No longer there'
  );
}
