// Selected words in the inspector: the words, the tag picker, the keys 1 to 9, and what other keys do with them.
import { countWords } from '#shared/lib/text';
import { IN_VIVO_WORDS } from '#shared/domain/coding/in-vivo';
import { quoteOf } from '#shared/domain/transcript/anchor';
import { useShownText } from '#renderer/stores/shown-names';

import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { tagColour } from '../../ui/TagChip.tsx';
import { activeSurface } from './active-surface.ts';
import { applyTags } from './apply-tags.ts';
import { type Target, wordsOf } from './choosing.ts';
import { TagPicker } from './TagPicker.tsx';
import type { SelectedText } from './transcript-store.ts';
import { useQuickTags } from './use-pickable-tags.ts';
import styles from './inspector.module.css';

export function SelectedWords({ text: { sourceId, selection } }: { text: SelectedText }) {
  const shown = useShownText();
  const surface = activeSurface();
  const quote = surface?.sourceId === sourceId ? quoteOf(surface.turns, selection.range) : '';
  const target: Target = { kind: 'text', sourceId, range: selection.range };
  return (
    <div className={styles.inspector}>
      <SectionTitle count={wordsOf(quote)}>Selected words</SectionTitle>
      <blockquote className={styles.quote} dir="auto">
        {shown(quote)}
      </blockquote>
      <section className={styles.section}>
        <SectionTitle level={3}>Tag</SectionTitle>
        <TagPicker target={target} sourceId={sourceId} />
      </section>
      <QuickTags target={target} />
      <ul className={styles.hints} aria-label="Keys">
        <Hint keys="T">choose or create a tag</Hint>
        <Hint keys="R">the last tags again</Hint>
        <Hint keys="H">mark without a tag</Hint>
        <Hint keys="N">mark and write a note</Hint>
        <Hint keys="V">
          {countWords(quote) <= IN_VIVO_WORDS ? 'these words as the tag' : `the first ${IN_VIVO_WORDS} words as the tag`}
        </Hint>
        <Hint keys="Esc">let go of the words</Hint>
      </ul>
      <p className={styles.quiet}>
        Tagging exactly the same words again adds a tag to that snippet. Other words make a new one, which may overlap.
      </p>
    </div>
  );
}

function Hint({ keys, children }: { keys: string; children: string }) {
  return (
    <li>
      <kbd>{keys}</kbd> {children}
    </li>
  );
}

function QuickTags({ target }: { target: Target }) {
  const tags = useQuickTags();
  if (tags.every((tag) => tag === null)) return null;
  return (
    <ul className={styles.quickTags} aria-label="Tags on the keys 1 to 9">
      {tags.map((tag, index) =>
        tag === null ? null : (
          <li key={`${index} ${tag.id}`}>
            <button
              type="button"
              className={styles.quickTag}
              title={`${tag.name} (${index + 1})`}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => void applyTags(target, { tagIds: [tag.id] }).catch(() => undefined)}
            >
              <kbd>{index + 1}</kbd>
              <span className={styles.swatch} style={tagColour(tag.colour)} aria-hidden="true" />
              <span className={styles.cut}>{tag.name}</span>
            </button>
          </li>
        ),
      )}
    </ul>
  );
}
