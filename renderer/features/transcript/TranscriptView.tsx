// A transcript on screen: the turns, what is painted on them, the margin beside them, and what floats over them.
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';

import type { Source } from '#shared/model/records/source';
import type { TranscriptAnswer } from '#shared/rpc/answers';
import { useShownText } from '#renderer/stores/shown-names';

import { type Coding, useCoding } from './coding.ts';
import { ReviewBar } from './correct/ReviewBar.tsx';
import { TurnEditor } from './correct/TurnEditor.tsx';
import { useTurnMenu } from './correct/use-turn-menu.ts';
import { useGoingOn } from './correct/use-going-on.ts';
import { EdgeHandles } from './EdgeHandles.tsx';
import { FindBar } from './FindBar.tsx';
import { FilterBar } from './FilterBar.tsx';
import { useFilter } from './filtering.ts';
import { FloatingPicker } from './FloatingPicker.tsx';
import { Margin } from './Margin.tsx';
import { OverviewRuler } from './OverviewRuler.tsx';
import { RevealPulse } from './RevealPulse.tsx';
import { useReveal } from './reveal.ts';
import { useRememberedPlace } from './remembered-place.ts';
import { SnippetCard } from './SnippetCard.tsx';
import { useSpeakers } from './speakers.ts';
import { TagButton } from './TagButton.tsx';
import { TranscriptDialogs } from './TranscriptDialogs.tsx';
import { TranscriptStatus } from './TranscriptStatus.tsx';
import { useTranscriptStore } from './transcript-store.ts';
import { TranscriptSurface } from './transcript-surface.ts';
import { TurnList } from './TurnList.tsx';
import { useActiveSurface } from './use-active-surface.ts';
import { useHighlights, useSelectionElsewhere } from './use-highlights.ts';
import { useHoveredSnippets } from './use-hovered-snippets.ts';
import { type MarkLayout, useMarkLayout } from './use-mark-layout.ts';
import { type NearTurns, useNearTurns } from './use-near-turns.ts';
import { usePointedTurn } from './use-pointed-turn.ts';
import { useTextSelection } from './use-text-selection.ts';
import styles from './transcript.module.css';

interface TranscriptViewProps {
  source: Source;
  text: TranscriptAnswer;
  active: boolean;
}

export function TranscriptView({ source, text: { turns, heading }, active }: TranscriptViewProps) {
  const viewId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<TranscriptSurface | null>(null);
  const [elsewhere, setElsewhere] = useState(true);
  const shown = useShownText();
  const speakers = useSpeakers(source.id);
  const coding = useCoding(source.id);
  const filter = useFilter(source.id, turns);
  const marks = useMemo(() => marksThrough(filter, coding.marks), [filter, coding.marks]);
  const lanes = useTranscriptStore((state) => state.lanes);
  const raised = useTranscriptStore((state) => state.raisedId !== null);
  useLayoutEffect(() => {
    if (!scroller.current || !content.current) return undefined;
    setSurface(new TranscriptSurface({ viewId, sourceId: source.id, turns, scroller: scroller.current, content: content.current }));
    return () => setSurface(null);
  }, [viewId, source.id, turns]);
  useRememberedPlace(surface);
  useGoingOn(surface, active);
  useActiveSurface(surface, active, coding);
  useTextSelection(surface);
  usePointedTurn(surface);
  useHoveredSnippets(surface);
  useSelectionElsewhere(surface, setElsewhere);
  const near = useNearTurns(surface);
  useHighlights(surface, { marks, near, pendingShown: elsewhere });
  useReveal(surface, active);
  const menu = useTurnMenu();
  const layout = useMarkLayout(surface, marks, filter?.folds ? filter.answer.turns : null);

  return (
    <div className={styles.view} data-lanes={lanes}>
      <FilterBar sourceId={source.id} filter={filter} turns={turns.length} surface={surface} />
      <ReviewBar sourceId={source.id} />
      {surface ? <FindBar surface={surface} /> : null}
      <div className={styles.body}>
        <div
          ref={scroller}
          className={styles.scroller}
          data-surface="transcript"
          data-focus-first
          tabIndex={0}
          role="region"
          aria-label={`Transcript of ${shown(source.title)}`}
        >
          <div ref={content} className={styles.content} data-highlights data-raised={raised} onContextMenu={menu.open}>
            {heading ? <p className={styles.heading}>{shown(plainHeading(heading))}</p> : null}
            <TurnList turns={turns} speakers={speakers} shownTurns={filter?.answer.turns ?? null} folds={filter?.folds ?? false} />
            {surface ? <OverText surface={surface} layout={layout} near={near} /> : null}
          </div>
        </div>
        {surface ? <OverviewRuler surface={surface} layout={layout} /> : null}
      </div>
      <TranscriptStatus active={active} viewId={viewId} source={source} snippets={coding.snippets.length} />
      <TranscriptDialogs source={source} active={active} turns={turns} />
      {menu.menu}
    </div>
  );
}

/** What lies over and beside the text, and never moves it. */
function OverText({ surface, layout, near }: { surface: TranscriptSurface; layout: MarkLayout; near: NearTurns | null }) {
  return (
    <>
      {near ? <Margin surface={surface} layout={layout} near={near} /> : null}
      <EdgeHandles surface={surface} />
      <RevealPulse surface={surface} />
      <SnippetCard surface={surface} />
      <TagButton surface={surface} />
      <FloatingPicker surface={surface} />
      <TurnEditor surface={surface} />
    </>
  );
}

/** Without the marks of a Markdown heading and without blank lines. */
function plainHeading(heading: string): string {
  return heading
    .split('\n')
    .map((line) => line.replace(/^#+\s*/, '').trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}

/** What the filter holds back is not painted either: one tag is read in its place, without the others. */
function marksThrough(filter: ReturnType<typeof useFilter>, marks: Coding['marks']): Coding['marks'] {
  return filter ? marks.filter(({ snippetId }) => filter.answer.snippetIds.has(snippetId)) : marks;
}
