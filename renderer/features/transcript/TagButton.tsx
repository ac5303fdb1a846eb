// A small button beside the last line of words selected with the pointer, until they are tagged; nothing else appears by itself.
import { Tag } from 'lucide-react';

import { endOf } from '#shared/domain/coding/text-position';
import { sameRange } from '#shared/domain/transcript/anchor';

import { useCoding } from './coding.ts';
import { openPicker } from './open-picker.ts';
import { useTranscriptStore } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';
import { useContentVersion } from './use-content-version.ts';
import styles from './transcript.module.css';

export function TagButton({ surface }: { surface: TranscriptSurface }) {
  const text = useTranscriptStore((state) =>
    state.text?.viewId === surface.viewId && state.text.byPointer && state.floatingPicker === null ? state.text : null,
  );
  useContentVersion(surface);
  const { snippets } = useCoding(surface.sourceId);
  if (!text || snippets.some((snippet) => sameRange(snippet.range, text.selection.range))) return null;
  const { turn, offset } = endOf(text.selection.range);
  const extent = surface.extentOf({ startTurn: turn, startOffset: Math.max(0, offset - 1), endTurn: turn, endOffset: offset });
  if (!extent) return null;
  return (
    <button
      type="button"
      className={styles.tagButton}
      title="Tag these words (T)"
      style={{ top: `${(extent.top + extent.bottom) / 2 - 14}px`, left: `${surface.textRight() + 6}px` }}
      // The selection stays: a press on a button would otherwise take it away.
      onMouseDown={(event) => event.preventDefault()}
      onClick={openPicker}
    >
      <Tag size={14} strokeWidth={1.75} aria-hidden="true" />
      Tag
    </button>
  );
}
