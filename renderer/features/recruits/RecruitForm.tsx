// Whoever is chosen in the recruitment list: how well we know them, through whom, how far it has come, and when we meet.
import { Mail, Trash2 } from 'lucide-react';

import type { RecruitRow } from '#shared/domain/recruiting/recruitment-list';
import { withoutDirections } from '#shared/lib/text';
import type { EditInput } from '#shared/edits/index';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { useRecords } from '#renderer/stores/record-hooks';
import { personLabel, useHideNames } from '#renderer/stores/shown-names';
import { edit, tryEdit } from '#renderer/stores/vault-actions';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { Button } from '../../ui/Button.tsx';
import { Choice, optionsOf } from '../../ui/Choice.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { MeetingFields } from './MeetingFields.tsx';
import { useRecruitsStore } from './recruit-actions.ts';
import { INTRODUCTION_WORDS, REACHED_WORDS, STAGE_WORDS, STRENGTH_WORDS } from './recruit-words.ts';
import styles from './recruits.module.css';

export function RecruitForm({ row: { recruit, participant, heard } }: { row: RecruitRow }) {
  const hideNames = useHideNames();
  const recruitId = recruit.id;
  const change = (fields: Omit<EditInput<'updateRecruit'>, 'recruitId'>): void => tryEdit('updateRecruit', { recruitId, ...fields });
  return (
    <section className={styles.form} aria-label="The chosen person">
      <h3>
        <bdi>{personLabel(participant, hideNames)}</bdi>
      </h3>
      <div className={styles.pair}>
        <Choice
          label="How they were reached"
          value={participant.reached}
          options={optionsOf(REACHED_WORDS)}
          onChoose={(reached) => tryEdit('updateParticipant', { participantId: participant.id, reached })}
        />
        <Choice
          label="Relationship"
          value={recruit.strength}
          options={optionsOf(STRENGTH_WORDS)}
          onChoose={(strength) => change({ strength })}
        />
        <Choice
          label="Introduction"
          value={recruit.introduction}
          options={optionsOf(INTRODUCTION_WORDS)}
          onChoose={(introduction) => change({ introduction })}
        />
        <Introducer row={{ recruit }} />
        <Choice
          label={heard ? 'How far it came; they were heard' : 'How far it has come'}
          value={recruit.stage}
          options={optionsOf(STAGE_WORDS)}
          onChoose={(stage) => change({ stage })}
        />
      </div>
      <MeetingFields key={recruit.meeting?.startsAt ?? ''} recruit={recruit} />
      <CommitField
        label="Notes"
        multiline
        rows={2}
        value={recruit.note}
        onCommit={(note) => tryEdit('updateRecruit', { recruitId, note }, `recruit-note-${recruitId}`)}
      />
      <div className={styles.actions}>
        <Button icon={<Mail size={14} aria-hidden="true" />} onClick={() => useRecruitsStore.setState({ inviting: recruitId })}>
          Invitation…
        </Button>
        <Button look="quiet" icon={<Trash2 size={14} aria-hidden="true" />} onClick={() => void removeRecruit(recruitId)}>
          Take off the list
        </Button>
      </div>
    </section>
  );
}

async function removeRecruit(recruitId: string): Promise<void> {
  const done = await edit('removeRecruit', { recruitId }).then(
    () => true,
    () => false,
  );
  if (!done) return;
  notifyUndoable('They were taken off the list, and stay a participant of the study.');
  focusFrontSurface();
}

/** A participant of the study, or somebody else by name. */
function Introducer({ row: { recruit } }: { row: Pick<RecruitRow, 'recruit'> }) {
  const hideNames = useHideNames();
  const people = useRecords('participants')
    .filter(({ id }) => id !== recruit.participantId)
    .map((person) => ({ id: person.id, label: withoutDirections(personLabel(person, hideNames)) }))
    .sort((left, right) => left.label.localeCompare(right.label, 'en'));
  const recruitId = recruit.id;
  return (
    <div className={styles.introducer}>
      <Choice
        label="Through whom"
        value={recruit.introducerId ?? ''}
        options={[['', 'Somebody else, or nobody'], ...people.map(({ id, label }) => [id, label] as const)]}
        onChoose={(introducerId) => tryEdit('updateRecruit', { recruitId, introducerId: introducerId || null })}
      />
      {recruit.introducerId !== null ? null : hideNames ? (
        <p className={styles.quiet}>{recruit.introducer === '' ? 'Nobody else is named.' : 'The name is hidden.'}</p>
      ) : (
        <CommitField
          label="Name of somebody else who introduces"
          hideLabel
          placeholder="Who else introduces"
          value={recruit.introducer}
          onCommit={(introducer) => tryEdit('updateRecruit', { recruitId, introducer: introducer.trim() }, `introducer-${recruitId}`)}
        />
      )}
    </div>
  );
}
