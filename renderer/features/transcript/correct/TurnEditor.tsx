// The text of one turn open for editing, over the place where it stands: Enter or leaving keeps it, Esc puts it back.
import { type CSSProperties, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';

import type { TranscriptSurface } from '../transcript-surface.ts';
import { useContentVersion } from '../use-content-version.ts';
import { correct } from './correct-actions.ts';
import { useCorrecting } from './correcting-store.ts';
import styles from './correct.module.css';

export function TurnEditor({ surface }: { surface: TranscriptSurface }) {
  const turn = useCorrecting((state) => (state.turn?.viewId === surface.viewId ? state.turn.turn : null));
  useContentVersion(surface);
  const words = turn === null ? undefined : surface.turns[turn]?.text;
  if (turn === null || words === undefined) return null;
  return <Editor key={turn} surface={surface} turn={turn} words={words} />;
}

function Editor({ surface, turn, words }: { surface: TranscriptSurface; turn: number; words: string }) {
  const [text, setText] = useState(words);
  const [saving, setSaving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  /** Enter makes the field go, which takes the focus out of it: that is not a second wish to save. */
  const done = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(words.length, words.length);
    field.current?.scrollIntoView({ block: 'nearest' });
  }, [words]);

  const close = (focus: boolean): void => {
    done.current = true;
    useCorrecting.setState({ turn: null });
    if (focus) surface.takeFocus();
  };
  const save = (focus: boolean): void => {
    if (done.current || saving) return;
    if (text.trim() === words.trim()) return close(focus);
    setSaving(true);
    correct(surface.sourceId, { kind: 'words', turn, text }, turn)
      .then(() => close(false))
      .catch(() => setSaving(false));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close(true);
    else if (event.key === 'Enter' && !event.shiftKey) save(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { place, height } = placeOf(surface, turn);
  return (
    <div className={styles.editor} data-over-text style={place}>
      <textarea
        ref={field}
        className={styles.field}
        dir="auto"
        aria-label={`Text of turn ${turn + 1}`}
        aria-describedby="correct-help"
        style={height}
        value={text}
        readOnly={saving}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => save(false)}
      />
      <p id="correct-help" className={styles.help}>
        {text.trim() === ''
          ? 'Enter takes this turn out. Esc puts it back.'
          : 'Enter keeps the correction, Esc puts it back. Snippets follow their words.'}
      </p>
    </div>
  );
}

/** Over the words, at least as high as they are. */
function placeOf(surface: TranscriptSurface, turn: number): { place: CSSProperties; height: CSSProperties } {
  const box = surface.turnBox(turn);
  if (!box) return { place: {}, height: {} };
  return { place: { top: `${box.top}px`, left: `${box.left}px`, width: `${box.width}px` }, height: { minHeight: `${box.height}px` } };
}
