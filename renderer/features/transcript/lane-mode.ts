// The margin beside the text: names and bars, bars alone, or nothing.
import { announce } from '#renderer/ui/announce';

import { LANE_MODES, type LaneMode, useTranscriptStore } from './transcript-store.ts';

const WORDS: Readonly<Record<LaneMode, string>> = {
  labels: 'Tag lanes with names.',
  stripes: 'Tag lanes without names.',
  off: 'Tag lanes off.',
};

export function toggleLanes(): void {
  const { lanes } = useTranscriptStore.getState();
  const next = LANE_MODES[(LANE_MODES.indexOf(lanes) + 1) % LANE_MODES.length] ?? 'labels';
  useTranscriptStore.setState({ lanes: next });
  announce(WORDS[next]);
}
