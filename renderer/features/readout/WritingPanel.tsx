// What is written for the readout by hand: the answer, the headline findings, what is not known, the method.
import { useEffect, useRef } from 'react';

import type { EditInput } from '#shared/edits/index';
import { useRecord } from '#renderer/stores/record-hooks';
import { openTab } from '#renderer/stores/tabs';
import { tryEdit } from '#renderer/stores/vault-actions';

import { Button } from '../../ui/Button.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { HeadlineList } from './HeadlineList.tsx';
import { useReadoutStore } from './readout-store.ts';
import styles from './readout.module.css';

const change = (fields: EditInput<'updateReadout'>): void => tryEdit('updateReadout', fields, `readout:${Object.keys(fields).join()}`);

export function WritingPanel() {
  const readout = useRecord('readout', 'readout');
  const panel = useRef<HTMLDivElement>(null);
  const focusField = useReadoutStore((state) => state.focusField);
  useEffect(() => {
    if (focusField === null) return;
    useReadoutStore.setState({ focusField: null });
    panel.current?.querySelector<HTMLElement>(`[data-field="${focusField}"] :is(textarea, button)`)?.focus();
  }, [focusField]);
  if (!readout) return null;
  return (
    <div className={styles.writing} ref={panel} role="region" aria-label="Written by hand" data-surface="readout" tabIndex={-1}>
      <div data-field="answer">
        <CommitField
          label="The answer, in one sentence"
          help="What this means for the decision on the table."
          multiline
          rows={3}
          value={readout.answer}
          onCommit={(answer) => change({ answer })}
        />
      </div>
      <div data-field="headlines">
        <HeadlineList chosen={readout.headlineThemeIds} />
      </div>
      <div>
        <Button onClick={() => openTab({ kind: 'customer' })}>Write the customer, as heard</Button>
      </div>
      <div data-field="unknowns">
        <CommitField
          label="What we still do not know"
          help="One item a line."
          multiline
          rows={3}
          value={readout.unknowns}
          onCommit={(unknowns) => change({ unknowns })}
        />
      </div>
      <div data-field="method">
        <CommitField
          label="How the interviews were held, and by whom"
          help="It stands in the appendix, above the sample."
          multiline
          rows={4}
          value={readout.method}
          onCommit={(method) => change({ method })}
        />
      </div>
    </div>
  );
}
