// The margin: a bar for each tag of each snippet, with its name at the first line; a click selects, pointing raises.
import { type CSSProperties, memo, type MouseEvent, type PointerEvent } from 'react';

import { shorten } from '#shared/lib/text';
import { projection } from '#renderer/stores/vault-store';

import { chooseSnippet } from './choosing.ts';
import { useTranscriptStore } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';
import { BAR_LANES, type MarkLayout } from './use-mark-layout.ts';
import { isNear, type NearTurns } from './use-near-turns.ts';
import styles from './margin.module.css';

/** Distance of lanes from one another, width of the number of a crowd, and how wide a letter of a name is on the average (pixels). */
const LANE = 8;
const CROWD = 22;
const LETTER = 6;

/** Names stand right of all bars, and no further away from the text than these need. */
function namesAt({ marks, crowds }: MarkLayout): number {
  if (crowds.length > 0) return BAR_LANES * LANE + CROWD;
  const lanes = marks.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  return Math.min(lanes, BAR_LANES) * LANE + 4;
}

/**
 * One drawing for all bars: hundreds of elements placed one by one would each be a layer of its own, and slow scrolling down tenfold.
 * For the pointer only: the keys J and K and the inspector say the same to everybody.
 */
export const Margin = memo(function Margin({ surface, layout, near }: { surface: TranscriptSurface; layout: MarkLayout; near: NearTurns }) {
  const lanes = useTranscriptStore((state) => state.lanes);
  if (lanes === 'off') return null;
  const names = namesAt(layout);
  const letters = Math.floor((layout.marginWidth - names) / LETTER);
  const raise = (event: PointerEvent): void => {
    const raisedId = snippetUnder(event);
    // By moves, not by being over it: bars that scroll past a resting pointer raise nothing.
    if (useTranscriptStore.getState().raisedId !== raisedId) useTranscriptStore.setState({ raisedId });
  };
  const choose = (event: MouseEvent): void => {
    const id = snippetUnder(event);
    const snippet = id === null ? undefined : projection.state.get('snippets', id);
    if (!snippet) return;
    surface.takeFocus();
    chooseSnippet(surface, snippet);
  };
  return (
    <svg
      className={styles.margin}
      height={layout.height}
      data-over-text
      aria-hidden="true"
      onPointerMove={raise}
      onPointerLeave={() => useTranscriptStore.setState({ raisedId: null })}
      onClick={choose}
      onMouseDown={(event) => event.preventDefault()}
    >
      {layout.marks.map(({ mark, lane, top, bottom, label }) =>
        lane < BAR_LANES && isNear(mark.range, near) ? (
          <Bar
            key={mark.key}
            snippetId={mark.snippetId}
            name={mark.tag?.name ?? 'No tag'}
            colour={mark.colour}
            lane={lane}
            top={top}
            height={bottom - top}
            label={lanes === 'labels' ? label : null}
            names={names}
            letters={letters}
          />
        ) : null,
      )}
      {layout.crowds.map(({ start, end, count }) => (
        <g key={start} className={styles.crowd}>
          <rect x={BAR_LANES * LANE} y={start} width="3" height={end - start} />
          <text x={BAR_LANES * LANE + 6} y={start + 12}>
            +{count}
          </text>
        </g>
      ))}
    </svg>
  );
});

function snippetUnder({ target }: { target: EventTarget }): string | null {
  return target instanceof Element ? (target.closest('[data-snippet]')?.getAttribute('data-snippet') ?? null) : null;
}

interface BarProps {
  snippetId: string;
  name: string;
  /** 0 for a snippet without a tag. */
  colour: number;
  lane: number;
  top: number;
  height: number;
  label: number | null;
  names: number;
  letters: number;
}

const Bar = memo(function Bar({ snippetId, name, colour, lane, top, height, label, names, letters }: BarProps) {
  const line = { '--line': colour === 0 ? 'var(--border-control)' : `var(--tag-${colour}-line)` } as CSSProperties;
  return (
    <g data-snippet={snippetId}>
      <title>{name}</title>
      <rect className={styles.bar} style={line} x={lane * LANE + 2} y={top} width="3" height={height} />
      {label === null ? null : (
        <text className={styles.label} x={names} y={label + 12}>
          {shorten(name, Math.max(4, letters))}
        </text>
      )}
    </g>
  );
});
