// The readout: the document as it would be exported, what is written for it by hand, and the ways out of the study.
import { useEffect } from 'react';

import { countNoun } from '#shared/lib/text';
import { useShowStatus } from '#renderer/stores/status-items';
import { projection } from '#renderer/stores/vault-store';
import { printElement } from '#renderer/ui/print-element';

import type { TabView } from '../room.ts';
import { ConfirmNames } from './ConfirmNames.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { ReadoutBar } from './ReadoutBar.tsx';
import { type ReadoutPreview, useReadoutPreview } from './readout-preview.ts';
import { useReadoutStore } from './readout-store.ts';
import { WritingPanel } from './WritingPanel.tsx';
import styles from './readout.module.css';

export const ReadoutTab: TabView<'readout'> = ({ active }) => {
  const preview = useReadoutPreview();
  const writing = useReadoutStore((state) => state.writing);
  const { content } = preview;
  useShowStatus(
    active,
    content ? [countNoun(content.quotes, 'quote', 'quotes'), countNoun(content.people, 'person', 'people'), 'pseudonyms'] : [],
  );
  usePrinting(preview);
  return (
    <div className={styles.tab}>
      <ReadoutBar preview={preview} />
      <div className={styles.panes} data-writing={writing}>
        {writing ? <WritingPanel /> : null}
        <PreviewPane preview={preview} />
      </div>
      <ConfirmNames />
    </div>
  );
};

/** Prints the preview as soon as it stands. */
function usePrinting({ state }: ReadoutPreview): void {
  const printing = useReadoutStore((store) => store.printing);
  useEffect(() => {
    if (!printing || state !== 'ready') return;
    useReadoutStore.setState({ printing: false });
    const sheet = document.querySelector<HTMLElement>('[data-readout-sheet]');
    const name = projection.state.get('study', 'study')?.name ?? 'Study';
    if (sheet) printElement(sheet, `${name} readout`);
  }, [printing, state]);
}
