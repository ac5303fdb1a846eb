// Tagging whole turns: the one under the cursor, or all that one speaker says.
import { byUse } from '#shared/domain/coding/pick-tags';
import { sameRange, wholeTurn } from '#shared/domain/transcript/anchor';
import { countNoun } from '#shared/lib/text';
import type { TextRange } from '#shared/model/records/snippet';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { type QuickPickAnswer, quickPick } from '#renderer/stores/quick-pick-store';
import { refuse } from '#renderer/stores/refuse';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { activeSurface } from './active-surface.ts';
import { chooseTextByKey } from './choosing.ts';
import { codingOf, tagsOfSnippet } from './coding.ts';
import { openPicker } from './open-picker.ts';
import { cursorPlace } from './snippet-walk.ts';
import { speakerNames } from './speakers.ts';
import type { TranscriptSurface } from './transcript-surface.ts';
import { pathOf } from './use-pickable-tags.ts';

const turnHere = (surface: TranscriptSurface): number => cursorPlace(surface)?.turn ?? surface.topTurn();

/** Selects the whole turn in which the cursor stands, and opens the tag picker for it. */
export function tagWholeTurn(): void {
  const surface = activeSurface();
  const range = surface && wholeTurn(surface.turns, turnHere(surface));
  if (!surface || !range) return refuse('There are no words in this turn.');
  chooseTextByKey(surface, { range, fixed: 'start', unit: 'turn' });
  openPicker();
}

/** Asks for a speaker and a tag, each with what it would come to, and tags every turn of the speaker as one step. */
export async function tagBySpeaker(): Promise<void> {
  const surface = activeSurface();
  if (!surface) return;
  const nameOf = speakerNames(surface.sourceId);
  const ranges = rangesBySpeaker(surface);
  if (ranges.size === 0) return refuse('There are no words in this transcript.');
  const here = surface.turns[turnHere(surface)]?.speaker ?? null;
  const labels = [...ranges.keys()].toSorted((left, right) => Number(right === here) - Number(left === here));
  const label = await chosenSpeaker(labels, (each) => ({ name: nameOf(each), turns: ranges.get(each)?.length ?? 0 }));
  if (label === undefined) return;
  const wanted = ranges.get(label) ?? [];
  const answer = await chosenTag(surface, wanted, nameOf(label));
  if (!answer) return;
  const passages = wanted.map((range) => ({ sourceId: surface.sourceId, range }));
  const tag = 'id' in answer ? { tagIds: [answer.id] } : { newTag: { name: answer.create } };
  const { tagIds } = await edit('tagPassages', { passages, ...tag, origin: 'hand' });
  const name = projection.state.get('tags', tagIds[0] ?? '')?.name ?? '';
  const sentence = `${countNoun(wanted.length, 'turn', 'turns')} of ${nameOf(label)} now ${wanted.length === 1 ? 'has' : 'have'} the tag ${name}.`;
  announce(sentence);
  notifyUndoable(sentence);
}

/** The turns with words in them, by the label of who says them. */
function rangesBySpeaker({ turns }: TranscriptSurface): Map<string | null, TextRange[]> {
  const ranges = new Map<string | null, TextRange[]>();
  for (const [at, { speaker }] of turns.entries()) {
    const range = wholeTurn(turns, at);
    if (range) ranges.set(speaker, [...(ranges.get(speaker) ?? []), range]);
  }
  return ranges;
}

async function chosenSpeaker(
  labels: readonly (string | null)[],
  describe: (label: string | null) => { name: string; turns: number },
): Promise<string | null | undefined> {
  const answer = await quickPick({
    title: 'Tag all that somebody says',
    placeholder: 'Whose turns in this transcript?',
    items: labels.map((label, at) => {
      const { name, turns } = describe(label);
      return { id: String(at), label: name, detail: countNoun(turns, 'turn', 'turns') };
    }),
  });
  return answer && 'id' in answer ? labels[Number(answer.id)] : undefined;
}

/** Each tag says how many of the turns have it already. */
async function chosenTag(surface: TranscriptSurface, wanted: readonly TextRange[], name: string): Promise<QuickPickAnswer | null> {
  const { snippets } = codingOf(surface.sourceId);
  const there = wanted.flatMap((range) => snippets.find((snippet) => sameRange(snippet.range, range)) ?? []);
  const tagsThere = there.flatMap((snippet) => tagsOfSnippet(snippet.id).map((tag) => tag.id));
  const usesOf = (id: string): number => projection.state.referring('tags', id, 'taggings').length;
  const tags = byUse(projection.list('tags').map((tag) => ({ tag, path: pathOf(tag), usesHere: 0, usesInStudy: usesOf(tag.id) })));
  return quickPick({
    title: `Tag ${countNoun(wanted.length, 'turn', 'turns')} of ${name}`,
    placeholder: 'With which tag? One step; undo takes it off all of them.',
    items: tags.map(({ tag, path }) => {
      const already = tagsThere.filter((id) => id === tag.id).length;
      return {
        id: tag.id,
        label: tag.name,
        detail: already > 0 ? `${already} of ${wanted.length} have it already` : path,
      };
    }),
    create: { label: (query) => `Create “${query}” and put it on ${countNoun(wanted.length, 'turn', 'turns')}` },
  });
}
