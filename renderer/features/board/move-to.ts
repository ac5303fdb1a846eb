// “Move to…”: the way of moving cards and snippets by choosing where, which needs neither dragging nor sight.
import { roomForArrival, roomForCluster } from '#shared/domain/board/cluster-growth';
import { freePlace } from '#shared/domain/board/free-place';
import { layoutCluster } from '#shared/domain/board/cluster-layout';
import { centreOf, type Point } from '#shared/domain/board/rectangle';
import { countNoun, shorten } from '#shared/lib/text';
import { type QuickPickItem, quickPick } from '#renderer/stores/quick-pick-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { boardController } from './board-controller.ts';
import { focusOnBoard, selectOnBoard, useBoardStore } from './board-store.ts';
import { currentGround } from './current-layout.ts';
import { cardsInWords, clusterName, movedSentence, nameOfTheme } from './sentences.ts';
import type { Subject } from './subject.ts';
import { stepOn } from './walk.ts';

const NEW_COLUMNS = 2;
/** Themes that cards were moved to, latest first: they lead the list. */
const recent: string[] = [];

/** Asks where to, and moves; does nothing when the question is left. */
export async function moveTo(subject: Subject): Promise<void> {
  const what = subject.unsorted.length > 0 ? countNoun(subject.unsorted.length, 'snippet', 'snippets') : cardsInWords(subject.cardIds);
  const answer = await quickPick({
    title: `Move ${what} to…`,
    placeholder: 'Type the name of a cluster, or a new name',
    items: targets(subject),
    create: { label: (query) => `New cluster “${query}”` },
  });
  if (!answer) return;
  if ('create' in answer) await makeCluster(subject, answer.create);
  else if (answer.id === 'new') await makeCluster(subject, '');
  else if (answer.id === 'loose') await putLoose(subject);
  else await putInto(subject, answer.id);
}

/** Clusters to choose from, the ones used last first, then making one, then none. */
function targets(subject: Subject): QuickPickItem[] {
  const { state } = projection;
  const inside = new Set(subject.cardIds.map((id) => state.get('cards', id)?.themeId ?? null));
  const place = (id: string): number => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  const themes = [...state.all('themes').values()].filter((theme) => !(inside.size === 1 && inside.has(theme.id)));
  themes.sort((left, right) => place(left.id) - place(right.id) || left.order - right.order);
  const items: QuickPickItem[] = themes.map((theme) => ({
    id: theme.id,
    label: labelOfTheme(theme.id),
    hint: String(state.referring('themes', theme.id, 'cards').length),
  }));
  items.push({ id: 'new', label: 'New cluster', detail: 'without a name for now' });
  if ([...inside].some((themeId) => themeId !== null)) items.push({ id: 'loose', label: 'Loose', detail: 'out of its cluster' });
  if (subject.unsorted.length > 0) items.push({ id: 'loose', label: 'Loose', detail: 'on the board, in no cluster' });
  return items;
}

/** An unnamed cluster is told apart by its first words. */
function labelOfTheme(themeId: string): string {
  const theme = projection.state.get('themes', themeId);
  if (theme?.name.trim()) return theme.name;
  const [card] = projection.state.referring('themes', themeId, 'cards');
  const quote = card ? projection.state.get('snippets', card.snippetId)?.quote : undefined;
  return quote ? `${clusterName('')}: ‘${shorten(quote, 40)}’` : clusterName('');
}

const heights = ({ cardIds, unsorted }: Subject): number[] => {
  const { layout, heightOf } = currentGround();
  return [...cardIds.map((id) => layout.card.get(id)?.ownHeight ?? 0), ...unsorted.map(heightOf)];
};

/** Puts cards or snippets last into a theme. */
export async function putInto(subject: Subject, themeId: string): Promise<void> {
  const { layout } = currentGround();
  const cluster = layout.cluster.get(themeId);
  const arrival = { heights: heights(subject), moving: new Set(subject.cardIds), index: cluster?.cards.length ?? 0 };
  const room = cluster ? roomForArrival(layout, cluster, arrival) : {};
  const goOn = stepOn(subject.cardIds);
  const cardIds = await put(subject, { themeId }, room);
  recent.splice(0, recent.length, themeId, ...recent.filter((id) => id !== themeId).slice(0, 8));
  announce(movedSentence(cardIds, themeId));
  goOn();
}

async function put(subject: Subject, target: { themeId?: string; x?: number; y?: number }, room: object): Promise<readonly string[]> {
  if (subject.unsorted.length > 0) {
    useBoardStore.setState({ pile: new Set() });
    return (await edit('placeSnippets', { snippetIds: [...subject.unsorted], target, room })).cardIds;
  }
  await edit('moveCards', { cardIds: [...subject.cardIds], target, room });
  return subject.cardIds;
}

/** Takes cards out of their clusters, or puts snippets on the board, where there is room nearby. */
async function putLoose(subject: Subject): Promise<void> {
  const count = subject.snippetIds.length;
  const columns = Math.max(1, Math.ceil(Math.sqrt(count)));
  const rows = Math.ceil(count / columns);
  const place = roomNear(subject, { width: columns * 232, height: rows * 138 });
  const goOn = stepOn(subject.cardIds);
  const cardIds = await put(subject, place, {});
  announce(movedSentence(cardIds, null));
  goOn();
}

/** Makes a cluster of cards or snippets, or an empty one, where there is room nearby; an unnamed one may be named at once. */
export async function makeCluster(subject: Subject, name: string): Promise<void> {
  const tall = heights(subject);
  const size = layoutCluster(tall, NEW_COLUMNS, 100);
  const place = roomNear(subject, size);
  const room = roomForCluster(currentGround().layout, place, NEW_COLUMNS, { heights: tall, moving: new Set(subject.cardIds) });
  const goOn = stepOn(subject.cardIds);
  const input = { name, columns: NEW_COLUMNS, cardIds: [...subject.cardIds], snippetIds: [...subject.unsorted], ...place, room };
  const { themeId } = await edit('createTheme', input);
  if (subject.unsorted.length > 0) useBoardStore.setState({ pile: new Set() });
  recent.unshift(themeId);
  const of = subject.snippetIds.length === 0 ? 'an empty cluster' : `a cluster of ${countNoun(subject.snippetIds.length, 'card', 'cards')}`;
  announce(`Made ${of}${name === '' ? '' : `: ${nameOfTheme(themeId)}`}.`);
  if (name !== '') return goOn();
  focusOnBoard({ kind: 'theme', id: themeId }, null);
  selectOnBoard([], [themeId]);
  useBoardStore.setState({ field: { themeId, part: 'name' } });
}

/** A free place near the first of the cards, or near the middle of what can be seen. */
function roomNear({ cardIds }: Subject, size: { width: number; height: number }): Point {
  const { layout } = currentGround();
  const moving = new Set(cardIds);
  const taken = [...layout.clusters, ...layout.loose.filter((card) => !moving.has(card.id))];
  const first = layout.card.get(cardIds[0] ?? '');
  const seen = boardController()?.view.visible();
  const middle = seen ? centreOf(seen) : { x: 0, y: 0 };
  const wanted = first ?? { x: middle.x - size.width / 2, y: middle.y - size.height / 2 };
  const place = freePlace(taken, size, { x: Math.round(wanted.x), y: Math.round(wanted.y) });
  return { x: Math.round(place.x), y: Math.round(place.y) };
}
