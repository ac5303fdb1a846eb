// Another name for a speaker: in all turns, or another speaker for one turn that was somebody else's.
import { useId, useState } from 'react';

import { countNoun } from '#shared/lib/text';
import type { Source } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';
import { useShownText } from '#renderer/stores/shown-names';
import { useAttempt } from '#renderer/ui/use-attempt';

import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextInput } from '../../../ui/Field.tsx';
import { focusTranscript } from '../active-surface.ts';
import { correct } from './correct-actions.ts';
import { useCorrecting } from './correcting-store.ts';
import styles from './correct.module.css';

interface RenameSpeakerDialogProps {
  source: Source;
  active: boolean;
  turns: readonly Turn[];
}

export function RenameSpeakerDialog({ source, active, turns }: RenameSpeakerDialogProps) {
  const turn = useCorrecting(({ rename }) => (rename?.sourceId === source.id ? rename.turn : null));
  return turn !== null && active && turns[turn] ? <OpenDialog source={source} turns={turns} turn={turn} /> : null;
}

function OpenDialog({ source, turns, turn }: { source: Source; turns: readonly Turn[]; turn: number }) {
  const label = turns[turn]?.speaker ?? null;
  const shown = useShownText();
  const hidden = label !== null && shown(label) !== label;
  const [name, setName] = useState(hidden ? '' : (label ?? ''));
  const [only, setOnly] = useState(label === null);
  const attempt = useAttempt('The speaker could not be renamed. Nothing was changed.');
  const listId = useId();
  const others = source.speakers.map((speaker) => speaker.label).filter((other) => other !== label);
  const to = name.trim();
  const same = to === '' || to === label;
  const close = (): void => {
    useCorrecting.setState({ rename: null });
    requestAnimationFrame(focusTranscript);
  };
  const rename = (): void =>
    attempt.run(async () => {
      const correction =
        only || label === null ? ({ kind: 'turn-speaker', turn, speaker: to } as const) : ({ kind: 'rename', label, to } as const);
      await correct(source.id, correction, turn);
      close();
    });
  const own = turns.filter(({ speaker }) => speaker === label).length;
  return (
    <Dialog
      title={label === null ? 'Who said this?' : `Rename ${shown(label)}`}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" disabled={same || attempt.busy} onClick={rename}>
            {only ? 'Change this turn' : others.includes(to) ? 'Make one speaker of both' : 'Rename'}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!same) rename();
        }}
      >
        <TextInput label="Name" value={name} list={listId} maxLength={300} autoFocus onChange={(event) => setName(event.target.value)} />
        <datalist id={listId}>
          {others.map((other) => (
            <option key={other} value={other}>
              {shown(other)}
            </option>
          ))}
        </datalist>
        {label === null ? null : <Scope only={only} own={own} turn={turn} onChange={setOnly} />}
        <p className={styles.quiet} role="status">
          {consequence(only, others.includes(to), shown(to))}
        </p>
        {attempt.error ? <p role="alert">{attempt.error}</p> : null}
      </form>
    </Dialog>
  );
}

function Scope({ only, own, turn, onChange }: { only: boolean; own: number; turn: number; onChange(only: boolean): void }) {
  const name = useId();
  return (
    <fieldset className={styles.scope}>
      <legend className="visually-hidden">Where</legend>
      <label>
        <input type="radio" name={name} checked={!only} onChange={() => onChange(false)} />
        {` In all ${countNoun(own, 'turn', 'turns')} of this interview`}
      </label>
      <label>
        <input type="radio" name={name} checked={only} onChange={() => onChange(true)} />
        {` Only turn ${turn + 1}: somebody else said it`}
      </label>
    </fieldset>
  );
}

function consequence(only: boolean, known: boolean, name: string): string {
  if (only) return 'Snippets in this turn count for the other person then.';
  if (known) return `${name} speaks here already: the two become one speaker, and their snippets count for one person.`;
  return 'Role and participant stay as they are. All snippets keep their words.';
}
