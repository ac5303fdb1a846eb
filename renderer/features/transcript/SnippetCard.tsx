// A card that says what the snippet under the pointer is: tags with where they belong, note, who marked it and when. Without an inspector
// it says the same of the selected snippet.
import type { Snippet } from '#shared/model/records/snippet';
import { useRecord, useRecords, useReferring } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';
import { useViewStore } from '#renderer/stores/view-store';

import { tagColour } from '../../ui/TagChip.tsx';
import { tagsOfSnippet } from './coding.ts';
import { markedInWords } from './marked-in-words.ts';
import { undescribedId } from './snippet-card.ts';
import { type HoveredSnippets, useTranscriptStore } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';
import { useContentVersion } from './use-content-version.ts';
import { pathOf } from './use-pickable-tags.ts';
import styles from './card.module.css';

const WIDTH = 280;
/** Snippets on one card; the others are counted. */
const MOST = 3;
/** Distance from the line, so that its underlines stay clear, and room that a card may need (CSS pixels). */
const GAP = 14;
const HEIGHT = 180;

export function SnippetCard({ surface }: { surface: TranscriptSurface }) {
  const hovered = useTranscriptStore((state) => (state.hovered?.viewId === surface.viewId ? state.hovered : null));
  const selected = useSelectedUndescribed(surface);
  const shown = hovered ?? selected;
  if (!shown) return null;
  const further = shown.snippetIds.length - MOST;
  return (
    <div className={styles.card} data-snippet-card data-over-text role="tooltip" style={placeFor(surface, shown)}>
      {shown.snippetIds.slice(0, MOST).map((id) => (
        <Described key={id} snippetId={id} />
      ))}
      {further > 0 ? <p className={styles.quiet}>and {further} more here</p> : null}
      {shown.snippetIds.length > 1 ? <p className={styles.quiet}>Click, then O goes from one to the next.</p> : null}
    </div>
  );
}

/** The selected snippet, where no inspector describes it and nothing else goes on with it. */
function useSelectedUndescribed(surface: TranscriptSurface): HoveredSnippets | null {
  const view = useViewStore();
  const selectedId = useTranscriptStore((transcript) => undescribedId(view, transcript));
  const snippet = useRecord('snippets', selectedId);
  useContentVersion(surface);
  const extent = snippet?.sourceId === surface.sourceId ? surface.extentOf(snippet.range) : null;
  return snippet && extent ? { viewId: surface.viewId, snippetIds: [snippet.id], left: surface.textLeft(), ...extent } : null;
}

/** Under the line, or above it where there is no room; never on it. */
function placeFor(surface: TranscriptSurface, { left, top, bottom }: HoveredSnippets): Record<string, string> {
  const seen = surface.window();
  const furthest = surface.content.clientWidth - WIDTH - 8;
  const x = `${Math.max(8, Math.min(left - 24, furthest))}px`;
  const below = seen.bottom - bottom;
  if (below >= HEIGHT || below >= top - seen.top) return { left: x, top: `${bottom + GAP}px` };
  return { left: x, bottom: `${surface.content.offsetHeight - top + 4}px` };
}

function Described({ snippetId }: { snippetId: string }) {
  const snippet = useRecord('snippets', snippetId);
  return snippet ? <Lines snippet={snippet} /> : null;
}

function Lines({ snippet }: { snippet: Snippet }) {
  const shown = useShownText();
  useReferring('snippets', snippet.id, 'taggings');
  useRecords('tags');
  const tags = tagsOfSnippet(snippet.id);
  return (
    <section className={styles.snippet}>
      {tags.length === 0 ? <p>No tag</p> : null}
      {tags.map((tag) => (
        <p key={tag.id} className={styles.tag}>
          <span className={styles.swatch} style={tagColour(tag.colour)} aria-hidden="true" />
          <b>{tag.name}</b>
          <span className={styles.quiet}>{pathOf(tag)}</span>
        </p>
      ))}
      {snippet.note === '' ? null : <p className={styles.note}>{shown(snippet.note)}</p>}
      <p className={styles.quiet}>Marked {markedInWords(snippet)}</p>
    </section>
  );
}
