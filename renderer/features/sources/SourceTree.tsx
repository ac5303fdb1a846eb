// The interviews as a tree: click looks, double click keeps, F2 renames, Delete removes.
import { ChevronRight } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button, Collection, type Key, ListLayout, type Selection, Tree, TreeItem, TreeItemContent, Virtualizer } from 'react-aria-components';

import { listFocused, registerList } from '#renderer/stores/focused-list';
import { activeTab } from '#renderer/stores/tabs';
import { select, useViewStore } from '#renderer/stores/view-store';

import { useContextMenu } from '../../ui/ContextMenu.tsx';
import list from '../../ui/list.module.css';
import { startRename } from './renaming.ts';
import { keepSourceOpen, previewSource, removeSources, snippetsIn } from './source-actions.ts';
import { SourceRow } from './SourceRow.tsx';
import type { SegmentNode, SourceNode } from './source-tree.ts';
import { removalInWords } from './source-words.ts';

interface SourceTreeProps {
  nodes: readonly (SegmentNode | SourceNode)[];
  focusFilter(): void;
  treeRef: RefObject<HTMLDivElement | null>;
}

const ROW = { rowHeight: 28 };

export function SourceTree({ nodes, focusFilter, treeRef }: SourceTreeProps) {
  const [collapsed, setCollapsed] = useState<ReadonlySet<Key>>(new Set());
  const [selected, setSelected] = useSelectedSources();
  const { open, menu } = useContextMenu('What to do with this interview');
  const groups = nodes.filter((node) => node.kind === 'segment').map((node) => node.id);
  useListActions(selected, nodes, treeRef, focusFilter);

  const choose = (keys: Selection): void => {
    const ids = keys === 'all' ? sourceIds(nodes) : [...keys].map(String);
    setSelected(ids);
    const [first] = ids;
    if (first !== undefined) select({ kind: 'source', id: first });
  };
  const menuOf = (id: string) => [
    { id: 'open', label: 'Open and keep', keys: 'Mod+Enter', run: () => keepSourceOpen(id, { focusIt: true }) },
    { id: 'aside', label: 'Open to the side', run: () => keepSourceOpen(id, { aside: true, focusIt: true }) },
    { id: 'rename', label: 'Rename', keys: 'F2', run: () => startRename(id) },
    { id: 'remove', label: 'Remove', keys: 'Delete', detail: removalInWords(snippetsIn([id]), 1), run: () => removeAndFocus([id], nodes, treeRef.current) },
  ];
  const row = (node: SegmentNode | SourceNode) =>
    node.kind === 'segment' ? (
      <TreeItem key={node.id} id={node.id} textValue={node.label} className={list.row ?? ''} onAction={() => setCollapsed(toggled(node.id))}>
        <TreeItemContent>
          <Button slot="chevron" className={list.chevron ?? ''}>
            <ChevronRight size={14} aria-hidden="true" />
          </Button>
          <span className={list.rowName}>{node.label}</span>
          <span className={list.rowCount}>{node.children.length}</span>
        </TreeItemContent>
        <Collection items={node.children}>{row}</Collection>
      </TreeItem>
    ) : (
      <TreeItem
        key={node.id}
        id={node.id}
        textValue={node.label}
        className={list.row ?? ''}
        onPress={(event) => event.pointerType === 'mouse' && !event.shiftKey && !event.ctrlKey && !event.metaKey && previewSource(node.id, false)}
        onAction={() => previewSource(node.id, true)}
        onDoubleClick={() => keepSourceOpen(node.id)}
        onContextMenu={(event) => open(event, menuOf(node.id))}
      >
        <TreeItemContent>
          <SourceRow node={node} />
        </TreeItemContent>
      </TreeItem>
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

const toggled = (id: Key) => (keys: ReadonlySet<Key>): ReadonlySet<Key> => {
  const changed = new Set(keys);
  if (!changed.delete(id)) changed.add(id);
  return changed;
};

function sourceIds(nodes: readonly (SegmentNode | SourceNode)[]): string[] {
  return nodes.flatMap((node) => (node.kind === 'segment' ? node.children.map((child) => child.id) : [node.id]));
}

/** The interview in front is the selected one, until another row is chosen. */
function useSelectedSources(): [readonly string[], (ids: readonly string[]) => void] {
  const [selected, setSelected] = useState<readonly string[]>([]);
  const front = useViewStore((view) => {
    const content = activeTab(view)?.content;
    return content?.kind === 'transcript' ? content.id : null;
  });
  useEffect(() => {
    if (front !== null) setSelected([front]);
  }, [front]);
  return [selected, setSelected];
}

/** Makes the list's commands act on what is selected here. */
function useListActions(selected: readonly string[], nodes: readonly (SegmentNode | SourceNode)[], tree: RefObject<HTMLDivElement | null>, focusFilter: () => void): void {
  const now = useRef({ selected, nodes, focusFilter });
  useEffect(() => {
    now.current = { selected, nodes, focusFilter };
  });
  useEffect(
    () =>
      registerList('sources', {
        open: () => now.current.selected[0] && keepSourceOpen(now.current.selected[0], { focusIt: true }),
        rename: () => now.current.selected[0] && startRename(now.current.selected[0]),
        filter: () => now.current.focusFilter(),
        remove: () => removeAndFocus(now.current.selected, now.current.nodes, tree.current),
      }),
    [tree],
  );
}

/** Removes interviews; the focus goes to the neighbour, or to the list when it is empty. */
function removeAndFocus(ids: readonly string[], nodes: readonly (SegmentNode | SourceNode)[], tree: HTMLElement | null): void {
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
