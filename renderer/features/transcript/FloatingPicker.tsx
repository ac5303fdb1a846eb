// The tag picker where no inspector holds it: in the margin beside the words if it fits there, otherwise below their last line.
import type { TextRange } from '#shared/model/records/snippet';
import { projection } from '#renderer/stores/vault-store';

import { currentTarget, type Target } from './choosing.ts';
import { TagPicker } from './TagPicker.tsx';
import { useTranscriptStore } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';
import { useContentVersion } from './use-content-version.ts';
import styles from './transcript.module.css';

const WIDTH = 280;
/** Room that the list needs below the words before it goes above them (CSS pixels). */
const HEIGHT = 360;

export function FloatingPicker({ surface }: { surface: TranscriptSurface }) {
  const open = useTranscriptStore((state) => state.floatingPicker === surface.viewId);
  useContentVersion(surface);
  const target = open ? currentTarget() : null;
  const place = target && placeFor(surface, target);
  if (!target || !place) return null;
  return (
    <div className={styles.floatingPicker} data-over-text style={place}>
      <TagPicker
        target={target}
        sourceId={surface.sourceId}
        floating={{ onClose: () => useTranscriptStore.setState({ floatingPicker: null }) }}
      />
    </div>
  );
}

function rangeOf(target: Target): TextRange | undefined {
  return target.kind === 'text' ? target.range : projection.state.get('snippets', target.snippetId)?.range;
}

function placeFor(surface: TranscriptSurface, target: Target): { top: string; left: string } | { bottom: string; left: string } | null {
  const range = rangeOf(target);
  const extent = range && surface.extentOf(range);
  if (!extent) return null;
  const seen = surface.window();
  const right = surface.textRight() + 12;
  const room =
    surface.scroller.clientWidth - (surface.content.getBoundingClientRect().left - surface.scroller.getBoundingClientRect().left);
  if (right + WIDTH + 8 <= room)
    return { top: `${Math.max(seen.top + 8, Math.min(extent.bottom - 28, seen.bottom - HEIGHT))}px`, left: `${right}px` };
  const left = `${Math.max(8, Math.min(surface.textLeft(), room - WIDTH - 8))}px`;
  const below = seen.bottom - extent.bottom;
  if (below >= HEIGHT || below >= extent.top - seen.top) return { top: `${extent.bottom + 8}px`, left };
  return { bottom: `${surface.content.offsetHeight - extent.top + 8}px`, left };
}
