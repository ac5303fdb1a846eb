// Memos about a theme, and a new one.
import { useReferring } from '#renderer/stores/record-hooks';
import { openTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';

import { Button } from '../../ui/Button.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import styles from './themes.module.css';

export function ThemeMemos({ themeId, name }: { themeId: string; name: string }) {
  const memos = useReferring('themes', themeId, 'memos');
  const add = async (): Promise<void> => {
    const title = `About ${name.trim() || 'an unnamed cluster'}`.slice(0, 300);
    const { memoId } = await edit('addMemo', { title, about: { collection: 'themes', id: themeId } });
    openTab({ kind: 'memo', id: memoId });
  };
  return (
    <section className={styles.section}>
      <SectionTitle count={memos.length}>Memos</SectionTitle>
      <ul className={styles.memos}>
        {memos.map((memo) => (
          <li key={memo.id}>
            <button type="button" className={styles.statement} onClick={() => openTab({ kind: 'memo', id: memo.id })}>
              {memo.title}
            </button>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={() => void add().catch(() => undefined)}>Write a memo</Button>
      </div>
    </section>
  );
}
