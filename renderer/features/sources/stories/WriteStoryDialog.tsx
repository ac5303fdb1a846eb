// One story, complaint or observation, written down in the short form of its kind.
import { useState } from 'react';

import { KIND_FORMS } from '#shared/domain/sources/kind-forms';
import type { Story, StoryKind } from '#shared/model/story';
import { shorten } from '#shared/lib/text';
import { useRecords } from '#renderer/stores/record-hooks';
import { useAttempt } from '#renderer/ui/use-attempt';

import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, TextInput } from '../../../ui/Field.tsx';
import ui from '../../../ui/ui.module.css';
import { keepSourceOpen } from '../source-actions.ts';
import { KindSelect } from './KindSelect.tsx';
import { addStories, closeStories, useStoriesStore } from './stories-store.ts';
import styles from './stories.module.css';

const LONGEST_TITLE = 80;

/** What is in the form; facts by their name. */
interface Written {
  words: string;
  who: string;
  /** A day as `2026-06-30`, empty when not known. */
  heldOn: string;
  title: string;
  facts: Readonly<Record<string, string>>;
}

const NOTHING: Written = { words: '', who: '', heldOn: '', title: '', facts: {} };

export function WriteStoryDialog() {
  const kind = useStoriesStore((state) => state.kind);
  const [written, setWritten] = useState(NOTHING);
  const attempt = useAttempt('It could not be added. What you wrote is still here.');
  const ready = written.words.trim() !== '' && !attempt.busy;
  const add = (): void =>
    attempt.run(async () => {
      const [id] = await addStories('', [storyOf(kind, written)]);
      useStoriesStore.setState({ open: 'nothing' });
      if (id) keepSourceOpen(id, { focusIt: true });
    });
  return (
    <Dialog
      title="Write down what was heard"
      width={620}
      onClose={closeStories}
      footer={
        <>
          <Button onClick={closeStories}>Cancel</Button>
          <Button look="primary" disabled={!ready} onClick={add}>
            Add and open
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) add();
        }}
      >
        <KindSelect kind={kind} onChange={(next) => useStoriesStore.setState({ kind: next })} />
        <StoryFields kind={kind} written={written} onChange={(fields) => setWritten((before) => ({ ...before, ...fields }))} />
        {/* Enter in a line adds it: a form of several lines needs a button for that. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        {attempt.error ? <p role="alert">{attempt.error}</p> : null}
      </form>
    </Dialog>
  );
}

/** Only the facts of the kind that is chosen now. */
function storyOf(kind: StoryKind, { words, who, heldOn, title, facts }: Written): Story {
  const noted = KIND_FORMS[kind].facts.map((name) => [name, (facts[name] ?? '').trim()] as const).filter(([, value]) => value !== '');
  return {
    kind,
    title: title.trim() || shorten(words.trim().replace(/\s+/g, ' '), LONGEST_TITLE),
    heldOn: heldOn || null,
    who: who.trim(),
    words,
    facts: Object.fromEntries(noted),
  };
}

interface StoryFieldsProps {
  kind: StoryKind;
  written: Written;
  onChange(fields: Partial<Written>): void;
}

function StoryFields({ kind, written, onChange }: StoryFieldsProps) {
  const { words, who, heldOn, title, facts } = written;
  const form = KIND_FORMS[kind];
  return (
    <>
      <Field label={form.words}>
        {(id) => (
          <textarea
            id={id}
            className={`${ui.input} ${styles.words}`}
            rows={6}
            value={words}
            autoFocus
            maxLength={1_000_000}
            onChange={(event) => onChange({ words: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Person label={form.who} value={who} onChange={(next) => onChange({ who: next })} />
        <TextInput label="Day" type="date" max="9999-12-31" value={heldOn} onChange={(event) => onChange({ heldOn: event.target.value })} />
      </div>
      <div className={styles.pair}>
        {form.facts.map((name) => (
          <TextInput
            key={name}
            label={name}
            value={facts[name] ?? ''}
            maxLength={300}
            onChange={(event) => onChange({ facts: { ...facts, [name]: event.target.value } })}
          />
        ))}
      </div>
      <TextInput
        label="Title"
        value={title}
        placeholder="The first words, when left empty"
        maxLength={200}
        onChange={(event) => onChange({ title: event.target.value })}
      />
    </>
  );
}

/** Whoever is known by pseudonym is offered; a new name is a new participant. */
function Person({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  const participants = useRecords('participants');
  return (
    <>
      <TextInput
        label={label}
        value={value}
        list="story-people"
        maxLength={300}
        placeholder="Nobody is named"
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id="story-people">
        {participants.map(({ id, pseudonym }) => (
          <option key={id} value={pseudonym}>
            {pseudonym}
          </option>
        ))}
      </datalist>
    </>
  );
}
