// The codebook as a tree: click chooses (or tags the selected text), double click opens, dragging and M move.
import { ChevronRight, GripVertical } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { Button, Collection, DropIndicator, type Key, ListLayout, type Selection, Tree, TreeItem, TreeItemContent, useDragAndDrop, Virtualizer } from 'react-aria-components';

import { select } from '#renderer/stores/view-store';

import { useContextMenu } from '../../ui/ContextMenu.tsx';
import list from '../../ui/list.module.css';
import { tagListFocused } from './codebook-lists.ts';
import { dropTags } from './move-tags.ts';
import { openTag } from './tag-actions.ts';
import { giveTag, TAG_DRAG_TYPE } from './tag-click.ts';
import { tagMenu } from './tag-menu.ts';
import { flatten, type TagNode } from './tag-tree.ts';
import { TagRow } from './TagRow.tsx';
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
  const [collapsed, setCollapsed] = useState<ReadonlySet<Key>>(new Set());
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { open, menu } = useContextMenu('What to do with this tag');
  const rowHeight = wide ? 46 : 28;
  const parents = flatten(nodes).filter((node) => node.children.length > 0).map((node) => node.id);
  const expanded = filtered ? parents : parents.filter((id) => !collapsed.has(id));
  const tagList = useTagList({
    nodes,
    selected,
    rowHeight,
    tree: treeRef,
    focusFilter,
    reveal: (ids) => {
      setCollapsed((keys) => new Set([...keys].filter((key) => !ids.includes(String(key)))));
      setSelected(new Set(ids.slice(-1)));
    },
  });
  const dragAndDropHooks = useTagDragging();

  const choose = (keys: Selection): void => {
    const ids = keys === 'all' ? flatten(nodes).map((node) => node.id) : [...keys].map(String);
    setSelected(new Set(ids));
    const last = ids.at(-1);
    if (last !== undefined) select({ kind: 'tag', id: last });
  };
  const row = (node: TagNode) => (
    <TreeItem
      key={node.id}
      id={node.id}
      textValue={node.tag.name}
      className={list.row ?? ''}
      onPress={(event) => event.pointerType === 'mouse' && !event.shiftKey && !event.ctrlKey && !event.metaKey && giveTag(node.id)}
      onAction={() => openTag(node.id, { preview: true, focusIt: true })}
      onDoubleClick={() => openTag(node.id)}
      onContextMenu={(event) => open(event, tagMenu(selected.has(node.id) ? [...selected] : [node.id], tagList))}
    >
      <TreeItemContent>
        {node.children.length > 0 ? (
          <Button slot="chevron" className={list.chevron ?? ''}>
            <ChevronRight size={14} aria-hidden="true" />
          </Button>
        ) : (
          <span className={list.chevronSpace} />
        )}
        <TagRow node={node} wide={wide} list={tagList} />
        <Button slot="drag" className={list.grip ?? ''} excludeFromTabOrder aria-label={`Drag ${node.tag.name}`}>
          <GripVertical size={12} aria-hidden="true" />
        </Button>
      </TreeItemContent>
      <Collection items={node.children}>{row}</Collection>
    </TreeItem>
  );
  return (
    <div className={list.treeBox} onFocus={() => tagListFocused(tagList)}>
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
          onExpandedChange={(keys) => setCollapsed(new Set(parents.filter((id) => !keys.has(id))))}
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

function useTagDragging() {
  const { dragAndDropHooks } = useDragAndDrop<TagNode>({
    getItems: (keys) => [...keys].map((key) => ({ [TAG_DRAG_TYPE]: String(key) })),
    acceptedDragTypes: [TAG_DRAG_TYPE],
    getDropOperation: () => 'move',
    onMove: ({ keys, target }) => void dropTags([...keys].map(String), { key: String(target.key), dropPosition: target.dropPosition }).catch(() => undefined),
    renderDropIndicator: (target) => <DropIndicator target={target} className={list.dropLine ?? ''} />,
  });
  return dragAndDropHooks;
}
