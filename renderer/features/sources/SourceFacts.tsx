// What is noted about a source beside its words: the facts of its kind, and those that came with it.
import { KIND_FORMS } from '#shared/domain/sources/kind-forms';
import { withoutDirections } from '#shared/lib/text';
import type { Source } from '#shared/model/records/source';
import { tryEdit } from '#renderer/stores/vault-actions';

import { CommitField } from '../../ui/Field.tsx';
import styles from './sources.module.css';

export function SourceFacts({ source }: { source: Source }) {
  const { facts = {} } = source;
  const names = [...new Set([...(source.kind === 'interview' ? [] : KIND_FORMS[source.kind].facts), ...Object.keys(facts)])];
  const change = (name: string, value: string): void => {
    const { [name]: _before, ...others } = facts;
    const next = value.trim() === '' ? others : { ...facts, [name]: value.trim() };
    tryEdit('updateSource', { sourceId: source.id, facts: next }, `source-fact-${source.id}-${name}`);
  };
  return (
    <section className={styles.factFields} aria-label="Facts">
      {names.map((name) => (
        <CommitField key={name} label={withoutDirections(name)} value={facts[name] ?? ''} onCommit={(value) => change(name, value)} />
      ))}
    </section>
  );
}
