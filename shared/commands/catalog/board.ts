// Commands of the board: its surface, the outline beside it, and the unsorted pile in the side bar.
import { type CommandContext, commands, type ContextFlag, onSurface, type Surface, vaultOpen } from '../command.ts';

type When = (context: CommandContext) => boolean;

const here = onSurface('board');
const onAny =
  (surfaces: readonly Surface[], ...flags: ContextFlag[]): When =>
  (context) =>
    context.vaultOpen && surfaces.includes(context.surface) && (flags.length === 0 || flags.some((flag) => context.has(flag)));

const onCards = onAny(['board', 'outline'], 'cardSelected');
const onCluster = onAny(['board', 'outline'], 'clusterSelected');
const onEither = onAny(['board', 'outline'], 'cardSelected', 'clusterSelected');
const onMap = onAny(['board', 'outline']);
/** Snippets of the pile count as cards to be. */
const onCardsOrPile: When = (context) => onCards(context) || onAny(['pile'])(context);
const onMapOrPile: When = (context) => onMap(context) || onAny(['pile'])(context);

export const BOARD = commands([
  { id: 'board.left', title: 'Card to the left', group: 'Board', keys: ['ArrowLeft'], when: here, keyOnly: true },
  { id: 'board.right', title: 'Card to the right', group: 'Board', keys: ['ArrowRight'], when: here, keyOnly: true },
  { id: 'board.up', title: 'Card above', group: 'Board', keys: ['ArrowUp'], when: here, keyOnly: true },
  { id: 'board.down', title: 'Card below', group: 'Board', keys: ['ArrowDown'], when: here, keyOnly: true },
  { id: 'board.extendLeft', title: 'Extend selection left', group: 'Board', keys: ['Shift+ArrowLeft'], when: here, keyOnly: true },
  { id: 'board.extendRight', title: 'Extend selection right', group: 'Board', keys: ['Shift+ArrowRight'], when: here, keyOnly: true },
  { id: 'board.extendUp', title: 'Extend selection up', group: 'Board', keys: ['Shift+ArrowUp'], when: here, keyOnly: true },
  { id: 'board.extendDown', title: 'Extend selection down', group: 'Board', keys: ['Shift+ArrowDown'], when: here, keyOnly: true },
  { id: 'board.first', title: 'First card', group: 'Board', keys: ['Home'], when: here, keyOnly: true },
  { id: 'board.last', title: 'Last card', group: 'Board', keys: ['End'], when: here, keyOnly: true },
  { id: 'board.enter', title: 'Enter cluster or show card', group: 'Board', keys: ['Enter'], when: here, keyOnly: true },
  { id: 'board.leave', title: 'Leave cluster, then clear selection', group: 'Board', keys: ['Escape'], when: here, keyOnly: true },
  { id: 'board.toggleSelect', title: 'Select or deselect; held: pan', group: 'Board', keys: ['Space'], when: here, keyOnly: true },
  { id: 'board.selectAll', title: 'Select all cards', group: 'Board', keys: ['Mod+A'], when: here },
  { id: 'board.moveTo', title: 'Move to cluster…', group: 'Board', keys: ['M'], when: onCardsOrPile },
  {
    id: 'board.moveMode',
    title: 'Move with arrows',
    group: 'Board',
    keys: ['Shift+M'],
    when: onAny(['board'], 'cardSelected', 'clusterSelected'),
  },
  { id: 'board.newCluster', title: 'Make a cluster', group: 'Board', keys: ['G', 'Mod+G'], when: onMapOrPile },
  { id: 'board.dissolve', title: 'Dissolve cluster', group: 'Board', keys: ['Shift+G'], when: onCluster },
  { id: 'board.rename', title: 'Name the cluster', group: 'Board', keys: ['F2'], when: onCluster },
  { id: 'board.insight', title: 'Write the insight', group: 'Board', keys: ['P'], when: onCluster },
  { id: 'board.openTheme', title: 'Open the theme’s page', group: 'Board', keys: ['Shift+Enter'], when: onCluster },
  { id: 'board.tag', title: 'Tag the card’s snippet…', group: 'Board', keys: ['T'], when: onCardsOrPile },
  { id: 'board.also', title: 'Show card in another cluster too…', group: 'Board', keys: ['Mod+D'], when: onCards },
  { id: 'board.remove', title: 'Take off the board', group: 'Board', keys: ['Delete', 'Backspace'], when: onEither },
  { id: 'board.placeUnsorted', title: 'Put all unsorted snippets on the board', group: 'Board', when: vaultOpen },
  { id: 'board.tidy', title: 'Tidy up', group: 'Board', keys: ['Y'], when: onMap },
  { id: 'board.zoomIn', title: 'Zoom in', group: 'Board', keys: ['+', '='], when: here },
  { id: 'board.zoomOut', title: 'Zoom out', group: 'Board', keys: ['-'], when: here },
  { id: 'board.zoomFit', title: 'Fit everything', group: 'Board', keys: ['Shift+1'], when: here },
  { id: 'board.zoomSelection', title: 'Zoom to selection', group: 'Board', keys: ['Shift+2'], when: onEither },
  { id: 'board.zoom100', title: 'Actual size', group: 'Board', keys: ['Shift+0'], when: here },
  { id: 'board.openSource', title: 'Open in transcript', group: 'Board', keys: ['U'], when: onCardsOrPile },
  { id: 'board.outline', title: 'Show or hide the outline', group: 'Board', keys: ['O'], when: onMap },
  { id: 'board.suggestThemes', title: 'Suggest themes for unsorted snippets', group: 'Board', when: vaultOpen },
]);
