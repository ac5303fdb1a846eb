// Selecting words with the pointer: drag and double click are the browser's; three clicks take the sentence, four the turn.
import { useEffect } from 'react';

import { moveByUnit } from '#shared/domain/coding/unit-cursor';
import { withWholeWords } from '#shared/domain/coding/whole-words';
import { sameRange } from '#shared/domain/transcript/anchor';
import { useVaultStore } from '#renderer/stores/vault-store';
import { select } from '#renderer/stores/view-store';
import { beforeKeys } from '#renderer/ui/before-keys';

import { chooseSnippet, chooseText, clearText, selectedText } from './choosing.ts';
import { openPicker } from './open-picker.ts';
import { snippetsUnder } from './snippets-under.ts';
import { useTranscriptStore } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';

/** Things over the text that are no text. */
const CONTROLS = 'button, input, textarea, select, a, [role="listbox"], [data-over-text]';

export function useTextSelection(surface: TranscriptSurface | null): void {
  useEffect(() => {
    if (!surface) return undefined;
    let pressed = false;
    let released: MouseEvent | null = null;
    const settle = (): void => {
      if (!released) return;
      const event = released;
      released = null;
      takePointerSelection(surface, event);
    };
    const onPress = (event: MouseEvent): void => {
      if (event.button !== 0 || isControl(event)) return;
      settle();
      pressed = true;
      if (event.detail >= 3) selectUnit(surface, event);
    };
    const onRelease = (event: MouseEvent): void => {
      if (!pressed || event.button !== 0) return;
      pressed = false;
      released = event;
      // A click into selected words lets go of them only after this event.
      setTimeout(settle);
    };
    const onChange = (): void => {
      if (!pressed && !released) followSelection(surface);
    };
    surface.content.addEventListener('mousedown', onPress);
    window.addEventListener('mouseup', onRelease);
    // A key pressed at once, on a machine that is busy, acts on these words and not on what was selected before.
    const stopSettling = beforeKeys(settle);
    document.addEventListener('selectionchange', onChange);
    return () => {
      surface.content.removeEventListener('mousedown', onPress);
      window.removeEventListener('mouseup', onRelease);
      stopSettling();
      document.removeEventListener('selectionchange', onChange);
      if (useTranscriptStore.getState().text?.viewId === surface.viewId) useTranscriptStore.setState({ text: null });
    };
  }, [surface]);
}

const isControl = ({ target }: MouseEvent): boolean => target instanceof Element && target.closest(CONTROLS) !== null;

/** The browser would take the whole turn at three clicks. */
function selectUnit(surface: TranscriptSurface, event: MouseEvent): void {
  const place = surface.positionAt(event.clientX, event.clientY);
  const selection = place && moveByUnit(surface.turns, place, event.detail === 3 ? 'sentence' : 'turn', 1);
  if (!selection) return;
  event.preventDefault();
  surface.takeFocus();
  surface.writeSelection(selection.range, 'start');
}

function takePointerSelection(surface: TranscriptSurface, event: MouseEvent): void {
  const read = surface.readSelection();
  if (read) {
    const range = withWholeWords(surface.turns, read.range);
    if (!sameRange(range, read.range)) surface.writeSelection(range, read.fixed);
    if (chooseText(surface, { ...read, range, unit: null }, true) && useVaultStore.getState().settings.pickerAfterSelection) openPicker();
    return;
  }
  if (isControl(event) || !(event.target instanceof Node) || !surface.content.contains(event.target)) return;
  clickedAt(surface, event.clientX, event.clientY);
}

/** A click without a selection means the shortest snippet there; between snippets it sets the place from which the keyboard goes on. */
function clickedAt(surface: TranscriptSurface, x: number, y: number): void {
  const place = surface.positionAt(x, y);
  const [first] = snippetsUnder(surface, x, y);
  if (first) {
    chooseSnippet(surface, first);
    if (place) surface.cursor = place;
    return;
  }
  clearText(surface, place);
  select(null);
}

/** A selection that came about without our pointer or keys, by touch handles or an assistive tool. What we wrote ourselves is known already. */
function followSelection(surface: TranscriptSurface): void {
  const read = surface.readSelection();
  const known = selectedText(surface);
  if (!read || (known && sameRange(known.range, read.range))) return;
  chooseText(surface, { ...read, unit: null }, true);
}
