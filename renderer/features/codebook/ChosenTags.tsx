// What can be done with several chosen tags, above the tree as long as more than one is chosen.
import { Combine, FolderInput, Keyboard, Palette, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';

import { useDerived } from '#renderer/stores/record-hooks';

import { IconButton } from '../../ui/Button.tsx';
import styles from './codebook.module.css';
import { mergeTags } from './merge-tags.ts';
import { moveTagsTo } from './move-tags.ts';
import { chosenInWords, pinTags, recolourTags } from './several-tags.ts';
import { deleteTags, deletionInWords } from './tag-actions.ts';

interface ChosenTagsProps {
  /** In the order in which they stand. */
  tagIds: readonly string[];
  onClear(): void;
}

export function ChosenTags({ tagIds, onClear }: ChosenTagsProps) {
  const [words, deletion] = useDerived(['tags', 'taggings'], () => [chosenInWords(tagIds), deletionInWords(tagIds)] as const, [tagIds]);
  const doing = (label: string, keys: string, icon: ReactNode, work: (ids: readonly string[]) => Promise<void>): ReactNode => (
    <IconButton label={label} keys={keys} onClick={() => void work(tagIds).catch(() => undefined)}>
      {icon}
    </IconButton>
  );
  return (
    <div className={styles.chosen} role="group" aria-label="Chosen tags">
      <span role="status">{words}</span>
      {doing('Move them to…', 'M', <FolderInput size={14} aria-hidden="true" />, moveTagsTo)}
      {doing('Colour…', 'C', <Palette size={14} aria-hidden="true" />, recolourTags)}
      {doing('Merge them…', 'Shift+M', <Combine size={14} aria-hidden="true" />, mergeTags)}
      {doing('Keys 1–9…', 'P', <Keyboard size={14} aria-hidden="true" />, pinTags)}
      {doing(`Delete them. ${deletion}`, 'Del', <Trash2 size={14} aria-hidden="true" />, deleteTags)}
      <IconButton label="Choose none" keys="Esc" onClick={onClear}>
        <X size={14} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
