// What the status bar says of the transcript in front: the turn, its length, what is marked, how edges are moved.
import { countNoun } from '#shared/lib/text';
import type { Source } from '#shared/model/records/source';
import { useShowStatus } from '#renderer/stores/status-items';

import { useTranscriptStore } from './transcript-store.ts';

interface TranscriptStatusProps {
  active: boolean;
  viewId: string;
  source: Source;
  snippets: number;
}

export function TranscriptStatus({ active, viewId, source, snippets }: TranscriptStatusProps) {
  const turn = useTranscriptStore((state) => state.here[viewId] ?? 0);
  const edge = useTranscriptStore((state) => (state.edges?.viewId === viewId && !state.edges.keeping ? state.edges.edge : null));
  const { turns, words } = source.transcript;
  useShowStatus(active, [
    ...(edge === null ? [] : [`adjusting the ${edge}: arrows, Tab, Enter keeps`]),
    `turn ${Math.min(turn + 1, Math.max(1, turns))} of ${turns}`,
    `${words.toLocaleString('en')} words`,
    snippets === 0 ? 'nothing marked yet: select words, press T' : countNoun(snippets, 'snippet', 'snippets'),
  ]);
  return null;
}
