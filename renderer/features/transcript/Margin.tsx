// The margin: a bar for each tag of each snippet, with its name at the first line; a click selects, pointing raises.
import { memo, type PointerEvent } from 'react';

import { projection } from '#renderer/stores/vault-store';

import { tagColour } from '../../ui/TagChip.tsx';
import { chooseSnippet } from './choosing.ts';
import { useTranscriptStore } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';
import { BAR_LANES, type MarkLayout } from './use-mark-layout.ts';
import styles from './margin.module.css';

/** Distance of lanes from one another (CSS pixels). */
const LANE = 8;

/** For the pointer only: the keys J and K and the inspector say the same to everybody. */
export const Margin = memo(function Margin({ surface, layout }: { surface: TranscriptSurface; layout: MarkLayout }) {
  const lanes = useTranscriptStore((state) => state.lanes);
  if (lanes === 'off') return null;
  const snippetUnder = ({ target }: { target: EventTarget }): string | null =>
    target instanceof Element ? (target.closest<HTMLElement>('[data-snippet]')?.dataset.snippet ?? null) : null;
  const raise = (event: PointerEvent): void => {
    const raisedId = snippetUnder(event);
    if (useTranscriptStore.getState().raisedId !== raisedId) useTranscriptStore.setState({ raisedId });
  };
  const choose = (event: React.MouseEvent): void => {
    const id = snippetUnder(event);
    const snippet = id === null ? undefined : projection.state.get('snippets', id);
    if (!snippet) return;
    surface.takeFocus();
    chooseSnippet(surface, snippet);
  };
  return (
    <div
      className={styles.margin}
      data-over-text
      aria-hidden="true"
      onPointerOver={raise}
      onPointerLeave={() => useTranscriptStore.setState({ raisedId: null })}
      onClick={choose}
      onMouseDown={(event) => event.preventDefault()}
    >
      {layout.marks.map(({ mark, lane, top, bottom, label }) =>
        lane < BAR_LANES ? (
          <Bar
            key={mark.key}
            snippetId={mark.snippetId}
            name={mark.tag?.name ?? 'No tag'}
            colour={mark.colour}
            lane={lane}
            top={top}
            height={bottom - top}
            label={lanes === 'labels' ? label : null}
          />
        ) : null,
      )}
      {layout.crowds.map(({ start, end, count }) => (
        <div
          key={start}
          className={styles.crowd}
          style={{ top: `${start}px`, height: `${end - start}px`, left: `${BAR_LANES * LANE}px` }}
          title={`${count} more`}
        >
          +{count}
        </div>
      ))}
    </div>
  );
});

interface BarProps {
  snippetId: string;
  name: string;
  colour: number;
  lane: number;
  top: number;
  height: number;
  label: number | null;
}

const Bar = memo(function Bar({ snippetId, name, colour, lane, top, height, label }: BarProps) {
  const own = colour === 0 ? {} : tagColour(colour);
  return (
    <>
      <div
        className={styles.bar}
        data-snippet={snippetId}
        title={name}
        style={{ ...own, top: `${top}px`, height: `${height}px`, left: `${lane * LANE}px` }}
      />
      {label === null ? null : (
        <div className={styles.label} data-snippet={snippetId} title={name} style={{ top: `${label}px` }}>
          {name}
        </div>
      )}
    </>
  );
});
