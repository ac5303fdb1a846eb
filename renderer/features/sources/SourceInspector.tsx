// What the inspector says of a source: title, kind, day, who speaks, how long it is, where it came from.
import { Trash2 } from 'lucide-react';

import { SOURCE_KINDS, type Source } from '#shared/model/records/source';
import { countNoun } from '#shared/lib/text';
import { useRecord, useReferring } from '#renderer/stores/record-hooks';
import { tryEdit } from '#renderer/stores/vault-actions';
import { focusInspector } from '#renderer/ui/focus-surface';

import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { MemosAbout } from '../memos/index.ts';
import type { InspectorView } from '../room.ts';
import { openReplace } from './replace/replace-store.ts';
import { keepSourceOpen, removeSources } from './source-actions.ts';
import { ENCODING_NAMES } from '../exchange/index.ts';
import { FORMAT_NAMES, KIND_NAMES, lengthInWords, removalInWords } from './source-words.ts';
import { SourceFacts } from './SourceFacts.tsx';
import { SourceSpeakers } from './SourceSpeakers.tsx';
import { ratioInWords, useListeningRatio } from './use-listening-ratio.ts';
import styles from './sources.module.css';

export const SourceInspector: InspectorView<'source'> = ({ selection }) => {
  const source = useRecord('sources', selection.id);
  if (!source) return <p className={styles.quiet}>This interview is no longer there.</p>;
  return <Described key={source.id} source={source} />;
};

function Described({ source }: { source: Source }) {
  const snippets = useReferring('sources', source.id, 'snippets');
  const ratio = useListeningRatio(source);
  return (
    <div className={styles.inspector}>
      <SectionTitle count={countNoun(snippets.length, 'snippet', 'snippets')}>{KIND_NAMES[source.kind]}</SectionTitle>
      <CommitField
        label="Title"
        value={source.title}
        required
        onCommit={(title) => tryEdit('updateSource', { sourceId: source.id, title }, `source-title-${source.id}`)}
      />
      <div className={styles.pair}>
        <DateField label="Day" value={source.heldOn} onCommit={(heldOn) => tryEdit('updateSource', { sourceId: source.id, heldOn })} />
        <KindChoice source={source} />
      </div>
      <SourceSpeakers source={source} />
      {source.kind === 'interview' && !source.facts ? null : <SourceFacts source={source} />}
      <dl className={styles.facts}>
        <dt>Length</dt>
        <dd>{`${countNoun(source.transcript.turns, 'turn', 'turns')}, ${lengthInWords(source.transcript)}`}</dd>
        {ratio === null ? null : (
          <>
            <dt>Listening</dt>
            <dd title="Listening ratio: who says how much of the words">{ratioInWords(ratio)}</dd>
          </>
        )}
        <dt>File</dt>
        <dd>{source.fileName === '' ? 'None' : source.fileName}</dd>
        <dt>Format</dt>
        <dd>{`${FORMAT_NAMES[source.format]}, ${ENCODING_NAMES[source.encoding]}`}</dd>
        <dt>Imported</dt>
        <dd>{new Date(source.importedAt).toLocaleDateString('en', { dateStyle: 'medium' })}</dd>
      </dl>
      <MemosAbout collection="sources" id={source.id} name={source.title} />
      <div className={styles.buttons}>
        <Button onClick={() => keepSourceOpen(source.id, { focusIt: true })}>Open</Button>
        <Button look="quiet" onClick={() => openReplace(source.id)}>
          Replace…
        </Button>
        <Button
          look="quiet"
          icon={<Trash2 size={14} aria-hidden="true" />}
          title={removalInWords(snippets.length, 1)}
          onClick={() => void removeSources([source.id]).then(focusInspector, () => undefined)}
        >
          Remove
        </Button>
      </div>
    </div>
  );
}

function KindChoice({ source }: { source: Source }) {
  return (
    <Choice
      label="Kind"
      value={source.kind}
      options={SOURCE_KINDS.map((kind) => [kind, KIND_NAMES[kind]] as const)}
      onChoose={(kind) => tryEdit('updateSource', { sourceId: source.id, kind })}
    />
  );
}
