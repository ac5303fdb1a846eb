// The passages where two coders differ, side by side; Enter or a click shows one in its transcript.
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';

import { countNoun } from '#shared/lib/text';
import type { AgreementAnswer, PassageAnswer } from '#shared/rpc/coder-answers';
import { useRecords } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';
import { projection } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TagChip } from '../../ui/TagChip.tsx';
import { openPlace } from '../search/index.ts';
import styles from './coders.module.css';

interface DisputedPassagesProps {
  answer: AgreementAnswer;
  names: readonly [string, string];
  /** Only those about this tag; null: all. */
  tagId: string | null;
  onAll(): void;
}

const LAYOUT = { estimatedRowHeight: 84 };

export function DisputedPassages({ answer: { passages, totalPassages }, names, tagId, onAll }: DisputedPassagesProps) {
  const tags = useRecords('tags');
  const wanted = tagId === null ? passages : passages.filter(({ disputed }) => disputed.includes(tagId));
  const tagName = tags.find(({ id }) => id === tagId)?.name ?? '';
  if (passages.length === 0)
    return (
      <EmptyState title="Nowhere">
        Wherever one of the two put a tag, the other put it too, on words that overlap. Edges may still differ: the figures count those.
      </EmptyState>
    );
  return (
    <>
      <div className={styles.line}>
        <p className={styles.grow}>
          {tagId === null
            ? countNoun(totalPassages, 'passage', 'passages')
            : `${countNoun(wanted.length, 'passage', 'passages')} about “${tagName}”`}
          {tagId === null && totalPassages > passages.length ? `, the first ${passages.length} are listed` : ''}. Enter shows one in its
          transcript.
        </p>
        {tagId === null ? null : <Button onClick={onAll}>All tags</Button>}
      </div>
      <div className={styles.heads} aria-hidden="true">
        <span>Words</span>
        <span>{names[0]}</span>
        <span>{names[1]}</span>
      </div>
      <div className={styles.found}>
        <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
          <ListBox
            aria-label="Where the two coders differ"
            className={styles.list ?? ''}
            items={wanted.map((passage) => ({ id: passage.snippetId, passage }))}
            dependencies={[tags, names.join('\n')]}
            selectionMode="none"
            onAction={(key) => openPlace({ kind: 'snippet', id: String(key), turn: null })}
          >
            {({ id, passage }) => <PassageRow id={id} passage={passage} names={names} />}
          </ListBox>
        </Virtualizer>
      </div>
    </>
  );
}

function PassageRow({ id, passage, names }: { id: string; passage: PassageAnswer; names: readonly [string, string] }) {
  const shown = useShownText();
  const snippet = projection.state.get('snippets', id);
  const title = shown(projection.state.get('sources', passage.sourceId)?.title ?? '');
  const quote = shown(snippet?.quote ?? '');
  return (
    <ListBoxItem id={id} textValue={quote} className={styles.passage ?? ''}>
      <span>
        <span className={`evidence ${styles.quote}`}>{quote}</span> <span className={styles.quiet}>{title}</span>
      </span>
      {passage.tagIds.map((tagIds, place) => (
        <span key={place === 0 ? 'first' : 'second'} className={styles.chips}>
          <span className="visually-hidden">{`. ${names[place === 0 ? 0 : 1]}: `}</span>
          {tagIds.length === 0 ? <span className={styles.quiet}>nothing</span> : null}
          {tagIds.flatMap((tagId) => {
            const tag = projection.state.get('tags', tagId);
            if (!tag) return [];
            const alike = !passage.disputed.includes(tagId);
            return [
              <span key={tagId} className={styles.chip} data-alike={alike}>
                <TagChip name={tag.name} colour={tag.colour} />
                {alike ? <span className={styles.quiet}> both</span> : null}{' '}
              </span>,
            ];
          })}
        </span>
      ))}
    </ListBoxItem>
  );
}
