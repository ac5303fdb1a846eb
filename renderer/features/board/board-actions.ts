// What the commands of the board do, on whatever is selected, focused or given.
import { tidyBoard } from '#shared/domain/board/tidy-board';
import { countNoun } from '#shared/lib/text';
import { notify } from '#renderer/stores/notification-store';
import { type QuickPickItem, quickPick } from '#renderer/stores/quick-pick-store';
import { openTab } from '#renderer/stores/tabs';
import { edit, undo } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { requestReveal, showActivity } from '#renderer/stores/view-store';
import { announce } from '#renderer/ui/announce';

import { boardController } from './board-controller.ts';
import { actingTheme, focusOnBoard, type OpenField, selectOnBoard, useBoardStore } from './board-store.ts';
import { currentGround } from './current-layout.ts';
import { roomForArrival } from '#shared/domain/board/cluster-growth';
import { cardsInWords, nameOfTheme } from './sentences.ts';
import type { Subject } from './subject.ts';
import { unsortedSnippets } from './unsorted.ts';
import { stepOn } from './walk.ts';

/** Space between what is there and what is put under it. */
const GAP = 48;

/** Opens the field over a cluster. */
export function openField(part: OpenField['part'], themeId: string | null = actingTheme()): void {
  const controller = boardController();
  const cluster = themeId === null ? undefined : controller?.ground().layout.cluster.get(themeId);
  if (!controller || !cluster) return;
  controller.view.reveal({ ...cluster, height: Math.min(cluster.height, 200) });
  useBoardStore.setState({ field: { themeId: cluster.id, part } });
}

/** Dissolves clusters: their cards stay, loose; what was judged about them goes, and can be brought back. */
export async function dissolve(themeIds: readonly string[]): Promise<void> {
  const [first] = themeIds;
  if (first === undefined) return;
  const { state } = projection;
  const name = themeIds.length === 1 ? nameOfTheme(first) : countNoun(themeIds.length, 'cluster', 'clusters');
  const cardIds = themeIds.flatMap((id) => state.referring('themes', id, 'cards').map((card) => card.id));
  const judgements = themeIds.reduce((sum, id) => sum + state.referring('themes', id, 'evidenceLinks').length, 0);
  await edit('dissolveThemes', { themeIds: [...themeIds] });
  const [card] = cardIds;
  focusOnBoard(card === undefined ? null : { kind: 'card', id: card }, null);
  selectOnBoard(cardIds);
  announce(`Dissolved ${name}. ${countNoun(cardIds.length, 'card is', 'cards are')} loose now.`);
  if (judgements === 0) return;
  const gone = countNoun(judgements, 'judgement', 'judgements');
  notify({
    kind: 'info',
    message: `${name} was dissolved, and ${gone} in the matrix went with it.`,
    action: { label: 'Undo', run: () => void undo() },
  });
}

/** Takes cards off the board; their snippets go back to the unsorted pile. */
export async function takeOff({ cardIds }: Subject): Promise<void> {
  if (cardIds.length === 0) return;
  const what = cardsInWords(cardIds);
  const goOn = stepOn(cardIds);
  await edit('removeCards', { cardIds: [...cardIds] });
  goOn();
  announce(`Took ${what} off the board. The snippet stays, and lies in the unsorted pile.`);
}

/** Shows the same snippets in another cluster as well. */
export async function showToo({ snippetIds }: Subject): Promise<void> {
  const themes = [...projection.state.all('themes').values()].sort((left, right) => left.order - right.order);
  const answer = await quickPick({
    title: 'Show in another cluster too',
    placeholder: 'Type the name of a cluster',
    items: themes.map((theme) => ({
      id: theme.id,
      label: nameOfTheme(theme.id),
      hint: String(projection.state.referring('themes', theme.id, 'cards').length),
    })),
    empty: () => 'There is no other cluster yet.',
  });
  if (!answer || !('id' in answer)) return;
  const { layout } = currentGround();
  const cluster = layout.cluster.get(answer.id);
  const heights = snippetIds.map((id) => currentGround().heightOf(id));
  const room = cluster ? roomForArrival(layout, cluster, { heights, moving: new Set(), index: cluster.cards.length }) : {};
  await edit('placeSnippets', { snippetIds: [...snippetIds], target: { themeId: answer.id }, also: true, room });
  announce(`Shown in ${nameOfTheme(answer.id)} too. It counts once.`);
}

/** Tags the snippets of cards: a tag of the codebook, or a new one. */
export async function tagSubject({ snippetIds }: Subject): Promise<void> {
  const { state } = projection;
  const tags = [...state.all('tags').values()].sort((left, right) => left.order - right.order);
  const items: QuickPickItem[] = tags.map((tag) => {
    const parent = tag.parentId === null ? undefined : state.get('tags', tag.parentId)?.name;
    return {
      id: tag.id,
      label: tag.name,
      ...(parent ? { detail: parent } : {}),
      hint: String(state.referring('tags', tag.id, 'taggings').length),
    };
  });
  const answer = await quickPick({
    title: snippetIds.length === 1 ? 'Tag this snippet' : `Tag ${snippetIds.length} snippets`,
    placeholder: 'Type a tag',
    items,
    create: { label: (query) => `New tag “${query}”` },
    empty: () => 'No tag yet. Type a name to make one.',
  });
  if (!answer) return;
  const tagging = 'id' in answer ? { tagIds: [answer.id] } : { newTag: { name: answer.create } };
  const { tagIds } = await edit('tagSnippets', { snippetIds: [...snippetIds], ...tagging });
  const name = projection.state.get('tags', tagIds[0] ?? '')?.name ?? '';
  announce(`Tagged ${countNoun(snippetIds.length, 'snippet', 'snippets')} with ${name}.`);
}

/** Tidies up in one step: clusters in rows without overlaps, loose cards in a grid. */
export async function tidyUp(): Promise<void> {
  const { layout } = currentGround();
  if (!layout.bounds) return;
  const places = tidyBoard(layout.clusters, layout.loose);
  await edit('arrangeBoard', places);
  const bounds = boardController()?.ground().layout.bounds;
  if (bounds) boardController()?.view.fit(bounds);
  announce(
    `Tidied ${countNoun(layout.clusters.length, 'cluster', 'clusters')} and ${countNoun(layout.loose.length, 'loose card', 'loose cards')}.`,
  );
}

/** Puts everything of the unsorted pile on the board: a loose grid under what is there. */
export async function placeUnsorted(): Promise<void> {
  const snippetIds = unsortedSnippets(projection.state).map((snippet) => snippet.id);
  showActivity('board');
  openTab({ kind: 'board' });
  if (snippetIds.length === 0) return announce('Everything is on the board already.');
  const { bounds } = currentGround().layout;
  const target = bounds ? { x: Math.round(bounds.x), y: Math.round(bounds.y + bounds.height + GAP) } : { x: 0, y: 0 };
  const { cardIds } = await edit('placeSnippets', { snippetIds, target });
  requestReveal({ surface: 'board', cardIds });
  announce(`Put ${countNoun(cardIds.length, 'snippet', 'snippets')} on the board, loose.`);
}
