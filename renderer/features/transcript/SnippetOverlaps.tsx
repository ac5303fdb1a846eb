// Snippets that share words with this one. They are never merged by themselves; those with a tag in common can be joined.
import { mayJoin, overlappingSnippets } from '#shared/domain/coding/snippet-order';
import { shorten } from '#shared/lib/text';
import type { Snippet } from '#shared/model/records/snippet';
import { useShownText } from '#renderer/stores/shown-names';

import { Button } from '../../ui/Button.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { openSnippet } from '../evidence/index.ts';
import { tagsOfSnippet, useCoding } from './coding.ts';
import { joinWith } from './snippet-actions.ts';
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
          <li key={other.id} className={styles.overlap}>
            <button type="button" className={styles.linkText} title="Select this one (O)" onClick={() => openSnippet(other.id)}>
              <b>
                {tagsOfSnippet(other.id)
                  .map((tag) => tag.name)
                  .join(', ') || 'No tag'}
              </b>{' '}
              {shown(shorten(other.quote, 90))}
            </button>
            {mayJoin(snippet, other, (id) => tagsOfSnippet(id).map((tag) => tag.id)) ? (
              <Button
                look="quiet"
                title="One snippet over the words of both, with the tags, cards and judgements of both. Can be undone."
                onClick={() => void joinWith(snippet.id, other.id).catch(() => undefined)}
              >
                Join these two
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
