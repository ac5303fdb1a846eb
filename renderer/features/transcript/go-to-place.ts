// Going to a turn by number, to a time, or to words of this transcript.
import { parsePlace, turnAtPlace } from '#shared/domain/coding/parse-place';
import { shorten } from '#shared/lib/text';
import { type QuickPickItem, quickPick } from '#renderer/stores/quick-pick-store';

import { clockTime } from '../sources/index.ts';
import { activeSurface } from './active-surface.ts';
import { chooseText, clearText } from './choosing.ts';
import { revealRange } from './reveal.ts';
import { speakerNames } from './speakers.ts';
import type { TranscriptSurface } from './transcript-surface.ts';

/** Places found by their words at most. */
const MOST = 50;

export async function goToPlace(): Promise<void> {
  const surface = activeSurface();
  if (!surface) return;
  const answer = await quickPick({
    title: 'Go to turn or time',
    placeholder: 'A turn (214), a time (12:41), or words',
    items: (query) => placesFor(surface, query),
    ranked: true,
    empty: (query) =>
      query.trim() === '' ? `This transcript has ${surface.turns.length} turns.` : 'Nothing like that in this transcript.',
  });
  if (!answer || !('id' in answer)) return;
  const [turn = 0, start, end] = answer.id.split(':').map(Number);
  surface.takeFocus();
  if (start !== undefined && end !== undefined) {
    const range = { startTurn: turn, startOffset: start, endTurn: turn, endOffset: end };
    if (chooseText(surface, { range, fixed: 'start', unit: null }, false)) surface.writeSelection(range, 'start');
    return revealRange(surface, range, { pulse: true });
  }
  clearText(surface, { turn, offset: 0 });
  revealRange(
    surface,
    { startTurn: turn, startOffset: 0, endTurn: turn, endOffset: surface.turns[turn]?.text.length ?? 0 },
    { pulse: true },
  );
}

function placesFor(surface: TranscriptSurface, query: string): QuickPickItem[] {
  const place = parsePlace(query);
  const turn = place && turnAtPlace(surface.turns, place);
  const nameOf = speakerNames(surface.sourceId);
  if (turn !== null) return [turnItem(surface, turn, nameOf)];
  return place ? [] : wordsIn(surface, query.trim().replace(/^:\s*/, ''), nameOf);
}

function turnItem({ turns }: TranscriptSurface, index: number, nameOf: (label: string | null) => string): QuickPickItem {
  const turn = turns[index];
  const time = turn?.startMs == null ? {} : { hint: clockTime(turn.startMs) };
  return {
    id: String(index),
    label: `Turn ${index + 1}: ${shorten(turn?.text ?? '', 80)}`,
    detail: nameOf(turn?.speaker ?? null),
    ...time,
  };
}

function wordsIn({ turns }: TranscriptSurface, words: string, nameOf: (label: string | null) => string): QuickPickItem[] {
  const wanted = words.toLowerCase();
  if (wanted.length < 2) return [];
  const found: QuickPickItem[] = [];
  for (const [index, { text, speaker }] of turns.entries()) {
    const at = text.toLowerCase().indexOf(wanted);
    if (at < 0) continue;
    const from = Math.max(0, at - 30);
    found.push({
      id: `${index}:${at}:${at + words.length}`,
      label: `${from > 0 ? '…' : ''}${shorten(text.slice(from), 90)}`,
      detail: nameOf(speaker),
      hint: String(index + 1),
    });
    if (found.length === MOST) break;
  }
  return found;
}
