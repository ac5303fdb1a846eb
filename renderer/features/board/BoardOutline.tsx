// The outline: the same board as a tree of clusters and cards, with the same selection, for whoever reads rather than looks.
import { ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  Button,
  Collection,
  type Key,
  ListLayout,
  type Selection,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components';

import type { PlacedCard } from '#shared/domain/board/board-layout';
import { countNoun, shorten } from '#shared/lib/text';

import list from '../../ui/list.module.css';
import { boardState, focusOnBoard, selectOnBoard, useBoardStore } from './board-store.ts';
import { boardController } from './board-controller.ts';
import { countsOf } from './people-words.ts';
import { clusterName } from './sentences.ts';
import { type BoardPeople, type CardFace, useBoardLayout, useCardFaces } from './use-board.ts';
import styles from './frame.module.css';

const ROW = { rowHeight: 28 };
const LOOSE = 'loose';

interface OutlineNode {
  /** `theme:id`, `card:id` or `loose`. */
  id: string;
  label: string;
  /** Beside the label, short: people and quotes, or who said it. */
  detail: string;
  /** The same as it is read out. */
  full: string;
  children: readonly OutlineNode[];
}

export function BoardOutline({ people }: { people: BoardPeople }) {
  const layout = useBoardLayout(people);
  const faceOf = useCardFaces(people);
  const nodes = useMemo(() => outlineNodes(layout, people, faceOf), [layout, people, faceOf]);
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(new Set());
  const box = useRef<HTMLElement>(null);
  const [selected, choose] = useSharedSelection();
  useFollowFocus(box, setExpanded);
  const row = (node: OutlineNode): React.ReactElement => (
    <TreeItem
      key={node.id}
      id={node.id}
      textValue={node.label}
      aria-label={`${node.label}, ${node.full}`}
      className={list.row ?? ''}
      hasChildItems={node.children.length > 0}
    >
      <TreeItemContent>
        {node.id.startsWith('card:') ? (
          <span className={list.chevronSpace} />
        ) : (
          <Button slot="chevron" className={list.chevron ?? ''}>
            <ChevronRight size={14} aria-hidden="true" />
          </Button>
        )}
        <span className={`${list.rowName} ${node.id.startsWith('card:') ? styles.outlineCard : ''}`} dir="auto">
          {node.label}
        </span>
        <span className={list.rowCount} title={node.full} aria-hidden="true">
          {node.detail}
        </span>
      </TreeItemContent>
      <Collection items={node.children}>{row}</Collection>
    </TreeItem>
  );
  return (
    <aside ref={box} className={styles.outline} aria-label="Outline of the board" data-surface="outline">
      <Virtualizer layout={ListLayout} layoutOptions={ROW}>
        <Tree
          aria-label="Outline of the board"
          className={list.tree ?? ''}
          items={nodes}
          selectionMode="multiple"
          selectionBehavior="replace"
          disabledBehavior="selection"
          disabledKeys={[LOOSE]}
          selectedKeys={selected}
          onSelectionChange={choose}
          expandedKeys={expanded}
          onExpandedChange={(keys) => setExpanded(new Set(keys))}
        >
          {row}
        </Tree>
      </Virtualizer>
    </aside>
  );
}

/** Clusters with their cards, then the loose cards. */
function outlineNodes(
  layout: ReturnType<typeof useBoardLayout>,
  people: BoardPeople,
  faceOf: (snippetId: string) => CardFace,
): OutlineNode[] {
  const clusters = layout.clusters.map((cluster): OutlineNode => {
    const persons = people.of(cluster.id).people.length;
    const children = cluster.cards.map((card) => cardNode(card, faceOf));
    return {
      id: `theme:${cluster.id}`,
      label: clusterName(cluster.name),
      detail: `${persons} · ${children.length}`,
      full: countsOf(persons, children.length).join(', '),
      children,
    };
  });
  const loose: OutlineNode = {
    id: LOOSE,
    label: 'Loose',
    detail: String(layout.loose.length),
    full: countNoun(layout.loose.length, 'card', 'cards'),
    children: layout.loose.map((card) => cardNode(card, faceOf)),
  };
  return [...clusters, ...(layout.loose.length > 0 ? [loose] : [])];
}

function cardNode(card: PlacedCard, faceOf: (snippetId: string) => CardFace): OutlineNode {
  const face = faceOf(card.snippetId);
  return { id: `card:${card.id}`, label: shorten(face.text, 160), detail: face.who, full: face.source, children: [] };
}

/** The selection of the map, as keys of the tree. */
function useSharedSelection(): [string[], (keys: Selection) => void] {
  const cards = useBoardStore((state) => state.cards);
  const themes = useBoardStore((state) => state.themes);
  const choose = (keys: Selection): void => {
    if (keys === 'all') return;
    const ids = [...keys].map(String);
    const of = (kind: string): string[] => ids.flatMap((id) => (id.startsWith(kind) ? [id.slice(kind.length)] : []));
    const [cardIds, themeIds] = [of('card:'), of('theme:')];
    const [firstCard] = cardIds;
    const [firstTheme] = themeIds;
    const layout = boardController()?.ground().layout;
    if (firstCard !== undefined) focusOnBoard({ kind: 'card', id: firstCard }, layout?.card.get(firstCard)?.themeId ?? null);
    else if (firstTheme !== undefined) focusOnBoard({ kind: 'theme', id: firstTheme }, null);
    selectOnBoard(cardIds, themeIds);
    const placed = firstCard === undefined ? layout?.cluster.get(firstTheme ?? '') : layout?.card.get(firstCard);
    if (placed) boardController()?.view.reveal(placed);
  };
  return [[...[...cards].map((id) => `card:${id}`), ...[...themes].map((id) => `theme:${id}`)], choose];
}

/** After a move from the outline its focus goes on with the next card, as on the map. */
function useFollowFocus(
  box: React.RefObject<HTMLElement | null>,
  setExpanded: (change: (keys: ReadonlySet<Key>) => ReadonlySet<Key>) => void,
): void {
  const focused = useBoardStore((state) => state.focused);
  useEffect(() => {
    if (!focused || !box.current?.contains(document.activeElement)) return undefined;
    const key = `${focused.kind}:${focused.id}`;
    const { entered } = boardState();
    if (focused.kind === 'card') setExpanded((keys) => new Set([...keys, entered === null ? LOOSE : `theme:${entered}`]));
    const frame = requestAnimationFrame(() => {
      const row = box.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      if (row && row !== document.activeElement && box.current?.contains(document.activeElement)) row.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [focused, box, setExpanded]);
}
