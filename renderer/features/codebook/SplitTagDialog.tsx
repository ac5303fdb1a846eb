// Splitting a tag: its snippets in a list, and a key for each tag that they can go to.
import { type KeyboardEvent, useId, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';

import { countNoun } from '#shared/lib/text';
import type { Snippet } from '#shared/model/records/snippet';
import type { Tag } from '#shared/model/records/tag';
import { useRecord, useRecords, useReferring } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';
import { projection } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import ui from '../../ui/ui.module.css';
import { addPart, closeSplit, commitSplit, MOST_PARTS, sortSnippet, tagCalled, useSplitStore } from './split-store.ts';
import styles from './split.module.css';

/** Snippets shown; those after them keep the tag until the first ones are sorted. */
const MOST_SHOWN = 500;

export function SplitTagDialog() {
  const { tagId, sorted, storing, message } = useSplitStore();
  const tag = useRecord('tags', tagId);
  if (!tag) return null;
  const count = Object.keys(sorted).length;
  return (
    <Dialog
      title={`Split “${tag.name}”`}
      width={720}
      onClose={closeSplit}
      footer={
        <>
          <Button onClick={closeSplit}>Cancel</Button>
          <Button look="primary" disabled={count === 0 || storing} onClick={() => void commitSplit()}>
            {`Move ${countNoun(count, 'snippet', 'snippets')}`}
          </Button>
        </>
      }
    >
      <Parts />
      {message ? (
        <p role="alert" className={styles.message}>
          {message}
        </p>
      ) : null}
      <Snippets tag={tag} />
    </Dialog>
  );
}

/** The tags that it is split into, each with its key and how many go there; and the field for a further one. */
function Parts() {
  const { names, sorted } = useSplitStore();
  const tags = useRecords('tags');
  const [typed, setTyped] = useState('');
  const list = useId();
  const add = (): void => {
    if (addPart(typed)) setTyped('');
  };
  return (
    <>
      <Field label="Split into">
        {(id) => (
          <input
            id={id}
            className={ui.input}
            list={list}
            value={typed}
            autoFocus
            maxLength={300}
            autoComplete="off"
            disabled={names.length >= MOST_PARTS}
            placeholder="Name of a tag, new or there already; Enter adds it"
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && add()}
          />
        )}
      </Field>
      <datalist id={list}>
        {tags.map(({ id, name }) => (
          <option key={id} value={name} aria-label={name} />
        ))}
      </datalist>
      <ul className={styles.parts} aria-label="Tags to split into">
        {names.map((name, part) => (
          <li key={name}>
            <kbd>{part + 1}</kbd>
            <span>{name}</span>
            <span className={styles.quiet}>
              {`${tagCalled(name) ? '' : 'new, '}${Object.values(sorted).filter((place) => place === part).length}`}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>
        {names.length === 0
          ? 'Add the tags first. Then go through the snippets: a number sends one to its tag, 0 leaves it.'
          : 'In the list: a number sends the snippet to its tag and goes on to the next, 0 leaves it with the tag.'}
      </p>
    </>
  );
}

function Snippets({ tag }: { tag: Tag }) {
  const taggings = useReferring('tags', tag.id, 'taggings');
  const { names, sorted } = useSplitStore();
  const shown = useShownText();
  const snippets = taggings.flatMap(({ snippetId }) => projection.state.get('snippets', snippetId) ?? []);
  if (snippets.length === 0) return <p className={styles.quiet}>No snippet has this tag.</p>;
  return (
    // The keys of a list that is a widget of its own.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDownCapture={sortByKey}>
      <ListBox aria-label={`Snippets of ${tag.name}`} className={styles.list ?? ''} selectionMode="none">
        {snippets.slice(0, MOST_SHOWN).map((snippet) => (
          <Row key={snippet.id} snippet={snippet} goesTo={names[sorted[snippet.id] ?? -1] ?? null} shown={shown} />
        ))}
      </ListBox>
      {snippets.length > MOST_SHOWN ? (
        <p className={styles.quiet}>{`The first ${MOST_SHOWN} of ${snippets.length}; the others keep the tag.`}</p>
      ) : null}
    </div>
  );
}

/** 1 to 9 and 0 on a row; the focus goes on to the next one. */
function sortByKey(event: KeyboardEvent): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="option"]') : null;
  const snippetId = row?.dataset['key'];
  if (!row || snippetId === undefined || event.ctrlKey || event.metaKey || event.altKey || !/^\d$/u.test(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  sortSnippet(snippetId, event.key === '0' ? null : Number(event.key) - 1);
  const next = row.nextElementSibling;
  if (next instanceof HTMLElement) next.focus();
}

function Row({ snippet, goesTo, shown }: { snippet: Snippet; goesTo: string | null; shown: (text: string) => string }) {
  const title = shown(projection.state.get('sources', snippet.sourceId)?.title ?? '');
  return (
    <ListBoxItem id={snippet.id} textValue={`${snippet.quote}. ${goesTo ?? 'Stays'}`} className={styles.row ?? ''}>
      <span className={`evidence ${styles.quote}`}>{shown(snippet.quote)}</span>
      <span className={styles.quiet}>{title}</span>
      <span className={styles.goes} data-sorted={goesTo === null ? undefined : true}>
        {goesTo ?? 'Stays'}
      </span>
    </ListBoxItem>
  );
}
