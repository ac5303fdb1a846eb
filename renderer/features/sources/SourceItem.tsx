// Rows of the interviews tree: a segment, and an interview.
import { ChevronRight } from 'lucide-react';
import type { MouseEvent, ReactElement } from 'react';
import { Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components';

import list from '../../ui/list.module.css';
import { keepSourceOpen, previewSource } from './source-actions.ts';
import { SourceRow } from './SourceRow.tsx';
import type { SegmentNode, SourceNode } from './source-tree.ts';

interface SegmentItemProps {
  node: SegmentNode;
  onToggle(): void;
  row(node: SourceNode): ReactElement;
}

export function SegmentItem({ node, onToggle, row }: SegmentItemProps) {
  return (
    <TreeItem id={node.id} textValue={node.label} className={list.row ?? ''} onAction={onToggle}>
      <TreeItemContent>
        <Button slot="chevron" className={list.chevron ?? ''}>
          <ChevronRight size={14} aria-hidden="true" />
        </Button>
        <span className={list.rowName}>{node.label}</span>
        <span className={list.rowCount}>{node.children.length}</span>
      </TreeItemContent>
      <Collection items={node.children}>{row}</Collection>
    </TreeItem>
  );
}

/** A click looks, a double click keeps; with Shift or Ctrl a click only chooses. */
export function SourceItem({ node, onMenu }: { node: SourceNode; onMenu(event: MouseEvent): void }) {
  return (
    <TreeItem
      id={node.id}
      textValue={node.label}
      className={list.row ?? ''}
      onPress={(event) =>
        event.pointerType === 'mouse' && !event.shiftKey && !event.ctrlKey && !event.metaKey && previewSource(node.id, false)
      }
      onAction={() => previewSource(node.id, true)}
      onDoubleClick={() => keepSourceOpen(node.id)}
      onContextMenu={onMenu}
    >
      <TreeItemContent>
        <SourceRow node={node} />
      </TreeItemContent>
    </TreeItem>
  );
}
