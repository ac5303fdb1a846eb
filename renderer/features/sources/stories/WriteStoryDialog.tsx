// One story, complaint or observation, written down in the short form of its kind.
import { useState } from 'react';

import { KIND_FORMS, type StoryKind } from '#shared/domain/sources/kind-forms';
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

export function WriteStoryDialog() {
  const kind = useStoriesStore((state) => state.kind);
  const [who, setWho] = useState('');
  const [heldOn, setHeldOn] = useState('');
  const [words, setWords] = useState('');
  const [title, setTitle] = useState('');
  const [facts, setFacts] = useState<Readonly<Record<string, string>>>({});
  const attempt = useAttempt('It could not be added. What you wrote is still here.');
  const form = KIND_FORMS[kind];
  const ready = words.trim() !== '' && !attempt.busy;
  const add = (): void =>
    attempt.run(async () => {
      const noted = form.facts.map((name) => [name, (facts[name] ?? '').trim()] as const).filter(([, value]) => value !== '');
      const named = title.trim() || shorten(words.trim().replace(/\s+/g, ' '), LONGEST_TITLE);
      const [id] = await addStories('', [
        { kind, title: named, heldOn: heldOn || null, who: who.trim(), words, facts: Object.fromEntries(noted) },
      ]);
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
        <KindSelect kind={kind} onChange={(next: StoryKind) => useStoriesStore.setState({ kind: next })} />
        <Field label={form.words}>
          {(id) => (
            <textarea
              id={id}
              className={`${ui.input} ${styles.words}`}
              rows={6}
              value={words}
              autoFocus
              maxLength={1_000_000}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        <div className={styles.pair}>
          <Person label={form.who} value={who} onChange={setWho} />
          <TextInput label="Day" type="date" max="9999-12-31" value={heldOn} onChange={(event) => setHeldOn(event.target.value)} />
        </div>
        <div className={styles.pair}>
          {form.facts.map((name) => (
            <TextInput
              key={name}
              label={name}
              value={facts[name] ?? ''}
              maxLength={300}
              onChange={(event) => setFacts({ ...facts, [name]: event.target.value })}
            />
          ))}
        </div>
        <TextInput
          label="Title"
          value={title}
          placeholder="The first words, when left empty"
          maxLength={200}
          onChange={(event) => setTitle(event.target.value)}
        />
        {/* Enter in a line adds it: a form of several lines needs a button for that. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        {attempt.error ? <p role="alert">{attempt.error}</p> : null}
      </form>
    </Dialog>
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
