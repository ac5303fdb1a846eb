// Asking the coding: a query built with pickers, its live answer, saved queries, and tables of tags.
import { Save } from 'lucide-react';
import { useState } from 'react';

import { countNoun } from '#shared/lib/text';
import { askText } from '#renderer/stores/quick-pick-store';
import { useShowStatus } from '#renderer/stores/status-items';
import { tryEdit } from '#renderer/stores/vault-actions';

import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';
import ui from '../../ui/ui.module.css';
import { ExportPurpose } from '../exchange/index.ts';
import type { TabView } from '../room.ts';
import { ADDABLE, joined, type Joining, pickCondition } from './add-condition.ts';
import { FoundSnippets } from './FoundSnippets.tsx';
import { SavedQueries } from './SavedQueries.tsx';
import { TagTables } from './TagTables.tsx';
import { type LiveQuery, useQuery } from './use-query.ts';
import styles from './queries.module.css';

export const QueriesTab: TabView<'queries'> = ({ active }) => {
  const [text, setText] = useState('');
  const [part, setPart] = useState<'find' | 'tables'>('find');
  const live = useQuery(text);
  useShowStatus(active, live.found ? [countsOf(live)] : []);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h2>Queries</h2>
        <Button data-focus-first="" aria-pressed={part === 'find'} onClick={() => setPart('find')}>
          Snippets
        </Button>
        <Button aria-pressed={part === 'tables'} onClick={() => setPart('tables')}>
          Tables of tags
        </Button>
        <div className={styles.audience}>
          <ExportPurpose label="Exports are for" />
        </div>
      </header>
      {part === 'tables' ? (
        <TagTables />
      ) : (
        <>
          <Builder text={text} onChange={setText} live={live} />
          <SavedQueries onOpen={setText} />
          <p className={styles.count} role="status">
            {live.problem ?? (live.found ? countsOf(live) : '')}
          </p>
          {live.found && live.where ? <FoundSnippets snippetIds={live.found.snippetIds} /> : null}
        </>
      )}
    </div>
  );
};

/** People first: many snippets of one person are one voice. */
function countsOf({ found }: LiveQuery): string {
  if (!found) return '';
  return `${countNoun(found.people, 'person', 'people')}, ${countNoun(found.snippetIds.length, 'snippet', 'snippets')}`;
}

interface BuilderProps {
  text: string;
  live: LiveQuery;
  onChange(text: string): void;
}

function Builder({ text, live, onChange }: BuilderProps) {
  const [joining, setJoining] = useState<Joining>('and');
  const add = async (what: (typeof ADDABLE)[number]['id']): Promise<void> => {
    const condition = await pickCondition(what);
    if (condition !== null) onChange(joined(text, joining, condition));
  };
  const save = async (): Promise<void> => {
    const { where } = live;
    if (where === null) return;
    const name = await askText({ title: 'Save the query', placeholder: 'Its name', action: 'Save as' });
    if (name !== null) tryEdit('addQuery', { name, where });
  };
  return (
    <section className={styles.builder} aria-label="What is asked for">
      <div className={styles.line}>
        <TextInput
          label="Query"
          value={text}
          spellCheck={false}
          placeholder="All snippets. Add conditions below, or type: tag:Price and not segment:SMB"
          onChange={(event) => onChange(event.target.value)}
        />
        <Button
          icon={<Save size={14} aria-hidden="true" />}
          disabled={live.where === null || text.trim() === ''}
          onClick={() => void save()}
        >
          Save…
        </Button>
      </div>
      <div className={styles.adders}>
        <label className={styles.joining}>
          Add with{' '}
          <select className={ui.input} value={joining} onChange={(event) => setJoining(event.target.value as Joining)}>
            {(['and', 'or', 'and not', 'or not'] as const).map((word) => (
              <option key={word}>{word}</option>
            ))}
          </select>
        </label>
        {ADDABLE.map(({ id, title }) => (
          <Button key={id} onClick={() => void add(id)}>
            {title}
          </Button>
        ))}
      </div>
    </section>
  );
}
