// A row of the codebook tree with the tags inside it.
import { ChevronRight, GripVertical } from 'lucide-react';
import type { MouseEvent, ReactElement } from 'react';
import { Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components';

import { select } from '#renderer/stores/view-store';

import list from '../../ui/list.module.css';
import type { TagList } from './codebook-lists.ts';
import { openTag } from './tag-actions.ts';
import { giveTag } from './tag-click.ts';
import type { TagNode } from './tag-tree.ts';
import { TagRow } from './TagRow.tsx';

interface TagItemProps {
  node: TagNode;
  wide: boolean;
  list: TagList;
  row(node: TagNode): ReactElement;
  onMenu(event: MouseEvent): void;
}

/** Also a click on the tag that is chosen already shows it again in the inspector. */
function takeClick(tagId: string): void {
  if (!giveTag(tagId)) select({ kind: 'tag', id: tagId });
}

/** A click chooses the tag, or puts it on the text that is selected in a transcript; a double click opens its page. */
export function TagItem({ node, wide, list: own, row, onMenu }: TagItemProps) {
  return (
    <TreeItem
      id={node.id}
      textValue={node.tag.name}
      className={list.row ?? ''}
      onPress={(event) => event.pointerType === 'mouse' && !event.shiftKey && !event.ctrlKey && !event.metaKey && takeClick(node.id)}
      onAction={() => openTag(node.id, { preview: true, focusIt: true })}
      onDoubleClick={() => openTag(node.id)}
      onContextMenu={onMenu}
    >
      <TreeItemContent>
        {node.children.length > 0 ? (
          <Button slot="chevron" className={list.chevron ?? ''}>
            <ChevronRight size={14} aria-hidden="true" />
          </Button>
        ) : (
          <span className={list.chevronSpace} />
        )}
        <TagRow node={node} wide={wide} list={own} />
        <Button slot="drag" className={list.grip ?? ''} excludeFromTabOrder aria-label={`Drag ${node.tag.name}`}>
          <GripVertical size={12} aria-hidden="true" />
        </Button>
      </TreeItemContent>
      <Collection items={node.children}>{row}</Collection>
    </TreeItem>
  );
}
