// Finding passages to tag: what to look for, the list to judge, and the tag that they get.
import { Search } from 'lucide-react';
import { type FormEvent, useId } from 'react';

import { countNoun } from '#shared/lib/text';
import type { PassageUnit } from '#shared/model/passage-units';
import { useProgressStore } from '#renderer/stores/progress-store';
import { useRecords } from '#renderer/stores/record-hooks';

import { Button } from '../../ui/Button.tsx';
import { Choice, optionsOf } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import ui from '../../ui/ui.module.css';
import { PassageList } from './PassageList.tsx';
import styles from './passages.module.css';
import {
  changeSearch,
  closePassages,
  findPassages,
  type LookedFor,
  type PassagesPhase,
  stopPassages,
  tagNamed,
  tagWanted,
  usePassagesStore,
} from './passages-store.ts';

const KINDS: { readonly [K in LookedFor]: string } = { text: 'Words', pattern: 'Regular expression', like: 'Like the snippets of a tag' };
const UNITS: { readonly [K in PassageUnit]: string } = { sentence: 'The sentence', words: 'The words alone', turn: 'The whole turn' };

export function PassagesDialog() {
  const phase = usePassagesStore((state) => state.phase);
  if (phase.at === 'closed') return null;
  return (
    <Dialog title="Find passages to tag" width={760} onClose={closePassages} footer={<Footer phase={phase} />}>
      <SearchForm busy={phase.at === 'finding' || phase.at === 'tagging'} />
      <Found phase={phase} />
    </Dialog>
  );
}

function SearchForm({ busy }: { busy: boolean }) {
  const { kind, unit, everybody } = usePassagesStore();
  const find = (event: FormEvent): void => {
    event.preventDefault();
    void findPassages();
  };
  return (
    <form className={styles.form} onSubmit={find}>
      <div className={styles.line}>
        <Choice label="Look for" value={kind} options={optionsOf<LookedFor>(KINDS)} onChoose={(chosen) => changeSearch({ kind: chosen })} />
        <Wording kind={kind} />
      </div>
      <div className={styles.line}>
        <Choice
          label="A passage is"
          value={unit}
          options={optionsOf<PassageUnit>(UNITS).filter(([each]) => kind !== 'like' || each !== 'words')}
          onChoose={(chosen) => changeSearch({ unit: chosen })}
        />
        <label className={styles.check}>
          <input type="checkbox" checked={everybody} onChange={(event) => changeSearch({ everybody: event.target.checked })} />
          Also what interviewers say
        </label>
        <Button type="submit" disabled={busy} icon={<Search size={14} aria-hidden="true" />}>
          Find
        </Button>
      </div>
    </form>
  );
}

/** What is looked for: words, a pattern, or a tag. */
function Wording({ kind }: { kind: LookedFor }) {
  const { typed, likeName } = usePassagesStore();
  if (kind === 'like') return <TagNameField label="Tag" value={likeName} onChange={(name) => changeSearch({ likeName: name })} />;
  return (
    <Field label={kind === 'text' ? 'Words' : 'Pattern'}>
      {(id) => (
        <input
          id={id}
          className={ui.input}
          value={typed}
          autoFocus
          maxLength={1000}
          spellCheck={false}
          autoComplete="off"
          placeholder={kind === 'text' ? 'as they stand in the text' : 'for example  cancel|leave|switch'}
          onChange={(event) => changeSearch({ typed: event.target.value })}
        />
      )}
    </Field>
  );
}

/** A tag by its name, with those that are there to choose from. */
function TagNameField({ label, value, onChange }: { label: string; value: string; onChange(name: string): void }) {
  const tags = useRecords('tags');
  const list = useId();
  const names = [...tags.values()].map(({ name }) => name).sort((left, right) => left.localeCompare(right, 'en'));
  return (
    <Field label={label}>
      {(id) => (
        <>
          <input
            id={id}
            className={ui.input}
            list={list}
            value={value}
            maxLength={300}
            autoComplete="off"
            placeholder="Type a tag"
            onChange={(event) => onChange(event.target.value)}
          />
          <datalist id={list}>
            {names.map((name) => (
              <option key={name} value={name} aria-label={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

function Found({ phase }: { phase: PassagesPhase }) {
  switch (phase.at) {
    case 'finding':
      return (
        <p role="status" className={styles.quiet}>
          Looking through the interviews…
        </p>
      );
    case 'judging':
    case 'tagging':
      return (
        <>
          {phase.at === 'judging' && phase.message ? <Message text={phase.message} /> : null}
          <PassageList answer={phase.answer} />
        </>
      );
    case 'asking':
      return phase.message ? <Message text={phase.message} /> : null;
    case 'closed':
      return null;
  }
}

function Message({ text }: { text: string }) {
  return (
    <p role="alert" className={styles.message}>
      {text}
    </p>
  );
}

function Footer({ phase }: { phase: PassagesPhase }) {
  const { tagName, wanted } = usePassagesStore();
  if (phase.at === 'finding' || phase.at === 'tagging') return <Progress phase={phase} />;
  if (phase.at !== 'judging') return <Button onClick={closePassages}>Close</Button>;
  const isNew = tagName.trim() !== '' && tagNamed(tagName) === undefined;
  return (
    <>
      <div className={styles.give}>
        <TagNameField label="Tag them" value={tagName} onChange={(name) => usePassagesStore.setState({ tagName: name })} />
        {isNew ? <span className={styles.quiet}>A new tag</span> : null}
      </div>
      <Button onClick={closePassages}>Cancel</Button>
      <Button look="primary" disabled={wanted.size === 0 || tagName.trim() === ''} onClick={() => void tagWanted(phase.answer)}>
        {`Tag ${countNoun(wanted.size, 'passage', 'passages')}`}
      </Button>
    </>
  );
}

function Progress({ phase }: { phase: Extract<PassagesPhase, { jobId: string }> }) {
  const job = useProgressStore((state) => state.jobs[phase.jobId]);
  const doing = phase.at === 'finding' ? 'Looking' : 'Tagging';
  return (
    <div className={styles.progress}>
      <span role="status">{job && job.total > 0 ? `${doing}: ${job.done} of ${job.total}` : doing}</span>
      <ProgressBar label={doing} done={job?.done ?? 0} total={job?.total ?? 1} />
      <Button onClick={stopPassages}>Stop</Button>
    </div>
  );
}
