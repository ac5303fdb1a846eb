// The codebook as a tree: click chooses (or tags the selected text), double click opens, dragging and M move.
import { type RefObject, useState } from 'react';
import { DropIndicator, type Key, ListLayout, type Selection, Tree, useDragAndDrop, Virtualizer } from 'react-aria-components';

import { select } from '#renderer/stores/view-store';

import { useContextMenu } from '../../ui/ContextMenu.tsx';
import list from '../../ui/list.module.css';
import { ChosenTags } from './ChosenTags.tsx';
import { tagListFocused } from './codebook-lists.ts';
import { dropTags } from './move-tags.ts';
import { TAG_DRAG_TYPE } from './tag-click.ts';
import { tagMenu } from './tag-menu.ts';
import { flatten, type TagNode } from './tag-tree.ts';
import { TagItem } from './TagItem.tsx';
import { useTagList } from './use-tag-list.ts';

interface TagTreeProps {
  nodes: readonly TagNode[];
  /** With definitions and more counts. */
  wide: boolean;
  /** Something is typed in the filter: everything that fits shows. */
  filtered: boolean;
  treeRef: RefObject<HTMLDivElement | null>;
  focusFilter(): void;
}

export function TagTree({ nodes, wide, filtered, treeRef, focusFilter }: TagTreeProps) {
  const { expanded, onExpandedChange, open: openAbove } = useExpanded(nodes, filtered);
  const { selected, setSelected, chosen, choose } = useChosen(nodes);
  const { open, menu } = useContextMenu('What to do with this tag');
  const rowHeight = rowHeightOf(nodes, wide);
  const tagList = useTagList({
    nodes,
    selected,
    rowHeight,
    tree: treeRef,
    focusFilter,
    reveal: (ids) => {
      openAbove(ids);
      setSelected(new Set(ids.slice(-1)));
    },
  });
  const dragAndDropHooks = useTagDragging();

  const clear = (): void => {
    setSelected(new Set());
    treeRef.current?.focus();
  };
  const row = (node: TagNode) => (
    <TagItem
      key={node.id}
      node={node}
      wide={wide}
      list={tagList}
      row={row}
      onMenu={(event) => open(event, tagMenu(selected.has(node.id) ? chosen : [node.id], tagList))}
    />
  );
  return (
    <div className={list.treeBox} onFocus={() => tagListFocused(tagList)}>
      {chosen.length > 1 ? <ChosenTags tagIds={chosen} onClear={clear} /> : null}
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
        <Tree
          ref={treeRef}
          aria-label="Tags"
          className={list.tree ?? ''}
          items={nodes}
          selectionMode="multiple"
          selectionBehavior="replace"
          keyboardNavigationBehavior="tab"
          selectedKeys={selected}
          onSelectionChange={choose}
          expandedKeys={expanded}
          onExpandedChange={onExpandedChange}
          dragAndDropHooks={dragAndDropHooks}
          data-focus-first=""
        >
          {row}
        </Tree>
      </Virtualizer>
      {menu}
    </div>
  );
}

/** Which tags are chosen; the inspector describes the one that was chosen last. */
function useChosen(nodes: readonly TagNode[]) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const choose = (keys: Selection): void => {
    const ids = keys === 'all' ? flatten(nodes).map((node) => node.id) : [...keys].map(String);
    setSelected(new Set(ids));
    if (ids.length > 0) select({ kind: 'tag', id: ids.at(-1) ?? '' });
  };
  return { selected, setSelected, choose, chosen: flatten(nodes).flatMap(({ id }) => (selected.has(id) ? [id] : [])) };
}

/** Which tags show what is inside them: all but those that were closed; with a filter, all. */
function useExpanded(nodes: readonly TagNode[], filtered: boolean) {
  const [collapsed, setCollapsed] = useState<ReadonlySet<Key>>(new Set());
  const parents = parentIds(nodes);
  return {
    expanded: filtered ? parents : parents.filter((id) => !collapsed.has(id)),
    onExpandedChange: (keys: ReadonlySet<Key>): void => setCollapsed(new Set(parents.filter((id) => !keys.has(id)))),
    open: (ids: readonly string[]): void => setCollapsed((keys) => new Set([...keys].filter((key) => !ids.includes(String(key))))),
  };
}

/** Ids of the tags that have children, at any depth. */
function parentIds(nodes: readonly TagNode[]): string[] {
  return flatten(nodes)
    .filter((node) => node.children.length > 0)
    .map((node) => node.id);
}

/** CSS pixels: the wide form has a second line as soon as any tag is defined. */
function rowHeightOf(nodes: readonly TagNode[], wide: boolean): number {
  if (!wide) return 28;
  return flatten(nodes).some((node) => node.tag.definition !== '') ? 46 : 32;
}

function useTagDragging() {
  const { dragAndDropHooks } = useDragAndDrop<TagNode>({
    getItems: (keys) => [...keys].map((key) => ({ [TAG_DRAG_TYPE]: String(key) })),
    acceptedDragTypes: [TAG_DRAG_TYPE],
    getDropOperation: () => 'move',
    onMove: ({ keys, target }) =>
      void dropTags([...keys].map(String), { key: String(target.key), dropPosition: target.dropPosition }).catch(() => undefined),
    renderDropIndicator: (target) => <DropIndicator target={target} className={list.dropLine ?? ''} />,
  });
  return dragAndDropHooks;
}
