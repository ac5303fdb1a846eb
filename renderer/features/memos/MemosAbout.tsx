// The memos about one thing, in its inspector, with the way to a new one.
import { NotebookPen } from 'lucide-react';

import type { Memo } from '#shared/model/records/memo';
import { shorten } from '#shared/lib/text';
import { useReferring } from '#renderer/stores/record-hooks';
import { openTab } from '#renderer/stores/tabs';

import { Button } from '../../ui/Button.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { addMemo } from './memo-actions.ts';
import styles from './memos.module.css';

interface MemosAboutProps {
  collection: NonNullable<Memo['about']>['collection'];
  id: string;
  /** Name of the thing, for the title of a new memo. */
  name: string;
}

export function MemosAbout({ collection, id, name }: MemosAboutProps) {
  const memos = useReferring(collection, id, 'memos').toSorted((left, right) => (left.at < right.at ? 1 : -1));
  return (
    <section className={styles.about}>
      <SectionTitle level={3} {...(memos.length > 0 ? { count: memos.length } : {})}>
        Memos
      </SectionTitle>
      {memos.length > 0 ? (
        <ul>
          {memos.map((memo) => (
            <li key={memo.id}>
              <button type="button" className={styles.link} onClick={() => openTab({ kind: 'memo', id: memo.id })}>
                {memo.title}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div>
        <Button
          icon={<NotebookPen size={14} aria-hidden="true" />}
          onClick={() => void addMemo({ collection, id }, `About ${shorten(name, 200)}`).catch(() => undefined)}
        >
          Write a memo
        </Button>
      </div>
    </section>
  );
}
