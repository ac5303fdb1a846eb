// Describes a snippet: its words and where they stand, tags, note, evidence, where it lies, and who marked it when.
import { useEffect, useRef } from 'react';

import { whyWithheld } from '#shared/domain/participants/withheld-words';
import type { Snippet } from '#shared/model/records/snippet';
import { useDerived, useRecord } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';
import { turnSpeakersOf } from '#renderer/stores/turn-speakers';
import { tryEdit } from '#renderer/stores/vault-actions';

import { today } from '../evidence/index.ts';
import type { InspectorView } from '../room.ts';
import { CommitField } from '../../ui/Field.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { SnippetActions, StarButton } from './SnippetActions.tsx';
import { SnippetEvidence } from './SnippetEvidence.tsx';
import { SnippetOverlaps } from './SnippetOverlaps.tsx';
import { SnippetPlace } from './SnippetPlace.tsx';
import { TagPicker } from './TagPicker.tsx';
import { SelectedWords } from './SelectedWords.tsx';
import { takeAsking, useTranscriptStore } from './transcript-store.ts';
import styles from './inspector.module.css';

export const SnippetInspector: InspectorView<'snippet'> = ({ selection }) => {
  const snippet = useRecord('snippets', selection.id);
  const text = useTranscriptStore((state) => state.text);
  if (snippet) return <Described snippet={snippet} />;
  // Undoing the tag takes the snippet away; the words it was made of are still selected.
  return text ? <SelectedWords text={text} /> : <p className={styles.quiet}>This snippet is no longer there. Undo may bring it back.</p>;
};

function Described({ snippet }: { snippet: Snippet }) {
  const shown = useShownText();
  return (
    <div className={styles.inspector}>
      <SectionTitle actions={<StarButton snippet={snippet} />}>Snippet</SectionTitle>
      <blockquote className={styles.quote} dir="auto">
        {shown(snippet.quote)}
      </blockquote>
      <SnippetPlace snippet={snippet} />
      <StaysInside snippet={snippet} />
      <section className={styles.section}>
        <SectionTitle level={3}>Tag</SectionTitle>
        <TagPicker key={snippet.id} target={{ kind: 'snippet', snippetId: snippet.id }} sourceId={snippet.sourceId} />
      </section>
      <Note snippet={snippet} />
      <SnippetActions snippet={snippet} />
      <SnippetEvidence snippetId={snippet.id} />
      <SnippetOverlaps snippet={snippet} />
    </div>
  );
}

/** Said of words that stakeholders may not read. */
function StaysInside({ snippet }: { snippet: Snippet }) {
  const why = useDerived(
    ['participants', 'sources'],
    (reader) => whyWithheld(reader, { purpose: 'stakeholders', day: today() }, snippet, { turnSpeakers: turnSpeakersOf }),
    [snippet],
  );
  return why === null ? null : <p className={styles.quiet}>{`Stays inside the study. ${why}`}</p>;
}

/** The cursor comes here when N asks for it. */
function Note({ snippet }: { snippet: Snippet }) {
  const place = useRef<HTMLDivElement>(null);
  const asked = useTranscriptStore((state) => state.asking?.for === 'note' && state.asking.snippetId === snippet.id);
  useEffect(() => {
    if (!asked) return;
    const field = place.current?.querySelector('textarea');
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
    place.current?.scrollIntoView({ block: 'nearest' });
    takeAsking();
  }, [asked]);
  return (
    <div ref={place}>
      <CommitField
        key={snippet.id}
        label="Note"
        multiline
        value={snippet.note}
        placeholder="What you make of it"
        onCommit={(note) => tryEdit('setSnippetNote', { snippetId: snippet.id, note }, `note ${snippet.id}`)}
      />
    </div>
  );
}
