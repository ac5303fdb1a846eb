// A memo: its title, its Markdown, and how it reads.
import { Trash2 } from 'lucide-react';

import { useRecord } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';
import { openTab } from '#renderer/stores/tabs';
import { tryEdit } from '#renderer/stores/vault-actions';
import { select } from '#renderer/stores/view-store';
import type { Memo } from '#shared/model/records/memo';
import { countWords, shorten } from '#shared/lib/text';
import { focusEditorPart } from '#renderer/ui/focus-surface';

import { Button } from '../../ui/Button.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { SafeMarkdown } from '../../ui/SafeMarkdown.tsx';
import type { TabView } from '../room.ts';
import { aboutInWords, removeMemo } from './memo-actions.ts';
import styles from './memos.module.css';

export const MemoTab: TabView<'memo'> = ({ content, active }) => {
  const memo = useRecord('memos', content.id);
  const words = countWords(memo?.text ?? '');
  useShowStatus(active, memo ? [words === 1 ? '1 word' : `${words.toLocaleString('en')} words`] : []);
  return memo ? <OpenMemo key={memo.id} memo={memo} /> : null;
};

function OpenMemo({ memo }: { memo: Memo }) {
  const { id } = memo;
  return (
    <article className={styles.page} data-memo={id} aria-label={memo.title}>
      <header className={styles.head}>
        <CommitField
          label="Title"
          hideLabel
          className={styles.title ?? ''}
          value={memo.title}
          required
          onCommit={(title) => tryEdit('updateMemo', { memoId: id, title }, `memo-title-${id}`)}
        />
        <Button
          look="quiet"
          icon={<Trash2 size={14} aria-hidden="true" />}
          title="Undo brings it back."
          onClick={() => void removeMemo(id).then(focusEditorPart, () => undefined)}
        >
          Remove
        </Button>
      </header>
      <p className={styles.meta}>
        {new Date(memo.at).toLocaleDateString('en', { dateStyle: 'long' })}
        {memo.by === '' ? '' : ` · ${memo.by}`}
        <About memo={memo} />
      </p>
      <div className={styles.columns}>
        <CommitField
          label="Text, in Markdown"
          multiline
          className={styles.text ?? ''}
          value={memo.text}
          placeholder="# Heading, **bold**, - list, > quote"
          onCommit={(text) => tryEdit('updateMemo', { memoId: id, text }, `memo-text-${id}`)}
        />
        <section className={styles.preview} aria-label="How it reads" tabIndex={0}>
          {memo.text.trim() === '' ? (
            <p className={styles.quiet}>How it reads appears here as you write.</p>
          ) : (
            <SafeMarkdown text={memo.text} />
          )}
        </section>
      </div>
    </article>
  );
}

function About({ memo }: { memo: Memo }) {
  const words = aboutInWords(memo);
  const { about } = memo;
  if (!about || words === null) return null;
  const open = (): void => {
    const { collection, id } = about;
    if (collection === 'sources') openTab({ kind: 'transcript', id });
    else if (collection === 'tags') openTab({ kind: 'tag', id });
    else if (collection === 'themes') openTab({ kind: 'theme', id });
    else if (collection === 'departments') openTab({ kind: 'department', id });
    else select({ kind: 'assumption', id });
  };
  return (
    <>
      {' · about '}
      <button type="button" className={styles.link} onClick={open}>
        {shorten(words, 80)}
      </button>
    </>
  );
}
