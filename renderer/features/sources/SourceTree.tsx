// The interviews as a tree: click looks, double click keeps, F2 renames, Delete removes.
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Key, ListLayout, type Selection, Tree, Virtualizer } from 'react-aria-components';

import { listFocused, registerList } from '#renderer/stores/focused-list';
import { activeTab } from '#renderer/stores/tabs';
import { select, useViewStore } from '#renderer/stores/view-store';
import { meantRows } from '#renderer/ui/focus-surface';
import { scrollToRow } from '#renderer/ui/list-scroll';

import { useContextMenu } from '../../ui/ContextMenu.tsx';
import list from '../../ui/list.module.css';
import { startRename } from './renaming.ts';
import { keepSourceOpen, removeSources } from './source-actions.ts';
import { sourceMenu } from './source-menu.ts';
import { SegmentItem, SourceItem } from './SourceItem.tsx';
import type { SegmentNode, SourceNode } from './source-tree.ts';

interface SourceTreeProps {
  nodes: readonly (SegmentNode | SourceNode)[];
  focusFilter(): void;
  treeRef: RefObject<HTMLDivElement | null>;
}

const ROW = { rowHeight: 28 } as const;

export function SourceTree({ nodes, focusFilter, treeRef }: SourceTreeProps) {
  const [collapsed, setCollapsed] = useState<ReadonlySet<Key>>(new Set());
  const [selected, setSelected] = useSelectedSources((id) =>
    scrollToRow(treeRef.current, visibleRows(nodes, collapsed).indexOf(id), ROW.rowHeight),
  );
  const { open, menu } = useContextMenu('What to do with this interview');
  const groups = nodes.filter((node) => node.kind === 'segment').map((node) => node.id);
  useListActions(selected, nodes, treeRef, focusFilter);

  const choose = (keys: Selection): void => {
    const ids = keys === 'all' ? sourceIds(nodes) : [...keys].map(String);
    setSelected(ids);
    const [first] = ids;
    if (first !== undefined) select({ kind: 'source', id: first });
  };
  const row = (node: SegmentNode | SourceNode) =>
    node.kind === 'segment' ? (
      <SegmentItem key={node.id} node={node} onToggle={() => setCollapsed(toggled(node.id))} row={row} />
    ) : (
      <SourceItem
        key={node.id}
        node={node}
        onMenu={(event) =>
          open(
            event,
            sourceMenu(node.id, () => removeAndFocus([node.id], nodes, treeRef.current)),
          )
        }
      />
    );
  return (
    <div className={list.treeBox} onFocus={() => listFocused('sources')}>
      <Virtualizer layout={ListLayout} layoutOptions={ROW}>
        <Tree
          ref={treeRef}
          aria-label="Interviews"
          className={list.tree ?? ''}
          items={nodes}
          selectionMode="multiple"
          selectionBehavior="replace"
          disabledBehavior="selection"
          keyboardNavigationBehavior="tab"
          disabledKeys={groups}
          selectedKeys={selected}
          onSelectionChange={choose}
          expandedKeys={groups.filter((id) => !collapsed.has(id))}
          onExpandedChange={(keys) => setCollapsed(new Set(groups.filter((id) => !keys.has(id))))}
          data-focus-first=""
        >
          {row}
        </Tree>
      </Virtualizer>
      {menu}
    </div>
  );
}

const toggled =
  (id: Key) =>
  (keys: ReadonlySet<Key>): ReadonlySet<Key> => {
    const changed = new Set(keys);
    if (!changed.delete(id)) changed.add(id);
    return changed;
  };

function sourceIds(nodes: readonly (SegmentNode | SourceNode)[]): string[] {
  return nodes.flatMap((node) => (node.kind === 'segment' ? node.children.map((child) => child.id) : [node.id]));
}

/** Ids of the rows in the order in which they stand, groups included. */
function visibleRows(nodes: readonly (SegmentNode | SourceNode)[], collapsed: ReadonlySet<Key>): string[] {
  return nodes.flatMap((node) =>
    node.kind === 'segment' && !collapsed.has(node.id) ? [node.id, ...node.children.map((child) => child.id)] : [node.id],
  );
}

/** The interview in front is the selected one and in sight, until another row is chosen. */
function useSelectedSources(show: (id: string) => void): [readonly string[], (ids: readonly string[]) => void] {
  const [selected, setSelected] = useState<readonly string[]>([]);
  const front = useViewStore((view) => {
    const content = activeTab(view)?.content;
    return content?.kind === 'transcript' ? content.id : null;
  });
  const now = useRef(show);
  useEffect(() => {
    now.current = show;
  });
  useEffect(() => {
    if (front === null) return;
    setSelected([front]);
    now.current(front);
  }, [front]);
  return [selected, setSelected];
}

/** Makes the list's commands act on what is selected here. */
function useListActions(
  selected: readonly string[],
  nodes: readonly (SegmentNode | SourceNode)[],
  tree: RefObject<HTMLDivElement | null>,
  focusFilter: () => void,
): void {
  const now = useRef({ selected, nodes, focusFilter });
  useEffect(() => {
    now.current = { selected, nodes, focusFilter };
  });
  useEffect(() => {
    const known = (): string[] => sourceIds(now.current.nodes);
    const meant = (): string[] => meantRows(tree.current, now.current.selected).filter((id) => known().includes(id));
    const withFirst = (work: (id: string) => void) => (): void => meant().slice(0, 1).forEach(work);
    return registerList('sources', {
      open: withFirst((id) => keepSourceOpen(id, { focusIt: true })),
      rename: withFirst(startRename),
      filter: () => now.current.focusFilter(),
      remove: () => removeAndFocus(meant(), now.current.nodes, tree.current),
    });
  }, [tree]);
}

/** Removes interviews; the focus goes to the neighbour, or to the list when it is empty. */
function removeAndFocus(ids: readonly string[], nodes: readonly (SegmentNode | SourceNode)[], tree: HTMLElement | null): void {
  if (ids.length === 0) return;
  const order = sourceIds(nodes);
  const at = order.findIndex((id) => ids.includes(id));
  const next = order.slice(at).find((id) => !ids.includes(id)) ?? order.slice(0, Math.max(0, at)).at(-1);
  const focusNext = (): void => {
    const row = next === undefined ? null : tree?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next)}"]`);
    const target = row ?? (tree?.isConnected ? tree : document.querySelector<HTMLElement>('[data-surface="sources"] button'));
    target?.focus();
  };
  void removeSources(ids)
    .then(() => requestAnimationFrame(focusNext))
    .catch(() => undefined);
}
