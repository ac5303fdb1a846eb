// Snippets that share words with this one. They are never merged by themselves.
import { overlappingSnippets } from '#shared/domain/coding/snippet-order';
import { shorten } from '#shared/lib/text';
import type { Snippet } from '#shared/model/records/snippet';
import { useShownText } from '#renderer/stores/shown-names';

import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { openSnippet } from '../evidence/index.ts';
import { tagsOfSnippet, useCoding } from './coding.ts';
import styles from './inspector.module.css';

export function SnippetOverlaps({ snippet }: { snippet: Snippet }) {
  const { snippets } = useCoding(snippet.sourceId);
  const shown = useShownText();
  const others = overlappingSnippets(snippets, snippet);
  if (others.length === 0) return null;
  return (
    <section className={styles.section}>
      <SectionTitle level={3} count={others.length}>
        Overlaps
      </SectionTitle>
      <ul className={styles.links}>
        {others.map((other) => (
          <li key={other.id}>
            <button type="button" className={styles.linkText} title="Select this one (O)" onClick={() => openSnippet(other.id)}>
              <b>
                {tagsOfSnippet(other.id)
                  .map((tag) => tag.name)
                  .join(', ') || 'No tag'}
              </b>{' '}
              {shown(shorten(other.quote, 90))}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
