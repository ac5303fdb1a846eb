// The log, newest first: what was logged by hand, and the study's own interviews.
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';

import type { LogEntry } from '#shared/domain/rhythm/conversation-log';
import { CONVERSATION_WORDS, hoursInWords, LISTENER_WORDS } from '#shared/domain/rhythm/rhythm-words';
import { dayInWords } from '#shared/domain/readout/sentences';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { useRecords } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';
import { openTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { Button, IconButton } from '../../ui/Button.tsx';
import { openRhythmDialog } from './rhythm-store.ts';
import styles from './rhythm.module.css';

/** Rows at first; the rest on demand. */
const FIRST = 40;

export function ConversationTable({ log }: { log: readonly LogEntry[] }) {
  const [all, setAll] = useState(false);
  const titles = new Map(useRecords('sources').map(({ id, title }) => [id, title]));
  const rows = all ? log : log.slice(0, FIRST);
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">Log of conversations</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Conversation</th>
            <th scope="col">Who of us</th>
            <th scope="col">What was learned</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((entry) => (
            <ConversationRow key={entry.conversationId ?? entry.sourceId} entry={entry} title={titles.get(entry.sourceId ?? '') ?? ''} />
          ))}
        </tbody>
      </table>
      {rows.length < log.length ? <Button onClick={() => setAll(true)}>Show all {log.length}</Button> : null}
    </>
  );
}

function ConversationRow({ entry, title }: { entry: LogEntry; title: string }) {
  const shown = useShownText();
  const { heldOn, kind, genuine, minutes, sourceId, people } = entry;
  const length = minutes === null ? '' : hoursInWords(minutes / 60);
  return (
    <tr>
      <td className={styles.record}>{dayInWords(heldOn)}</td>
      <td>
        {CONVERSATION_WORDS[kind]}
        <span className={styles.under}>
          {[shown(entry.customer), length, genuine ? '' : 'does not count as listening'].filter(Boolean).join(', ')}
        </span>
        {sourceId !== null && title !== '' ? (
          <button type="button" className={styles.link} onClick={() => openTab({ kind: 'transcript', id: sourceId })}>
            <bdi>{shown(title)}</bdi>
          </button>
        ) : null}
      </td>
      <td>
        {people.length === 0 ? <span className={styles.quiet}>nobody named</span> : null}
        {people.map((person) => (
          <span key={person.name} className={styles.person} title={LISTENER_WORDS[person.listener]}>
            <bdi>{person.name}</bdi>
            {person.listener === 'team' ? '' : ` (${person.listener === 'leader' ? 'leader' : 'outside firm'})`}
          </span>
        ))}
      </td>
      <td>
        <bdi>{shown(entry.learned)}</bdi>
        {entry.influence === '' ? null : (
          <span className={styles.under}>
            Decided differently: <bdi>{shown(entry.influence)}</bdi>
          </span>
        )}
      </td>
      <td className={styles.rowActions}>
        <RowActions entry={entry} />
      </td>
    </tr>
  );
}

function RowActions({ entry: { conversationId, sourceId, heldOn, kind } }: { entry: LogEntry }) {
  const what = `${CONVERSATION_WORDS[kind].toLowerCase()} of ${dayInWords(heldOn)}`;
  if (conversationId === null)
    return (
      <IconButton
        label={`Say who was there and what was learned: ${what}`}
        onClick={() => openRhythmDialog({ at: 'conversation', conversationId: null, sourceId })}
      >
        <Pencil size={14} aria-hidden="true" />
      </IconButton>
    );
  const remove = async (): Promise<void> => {
    await edit('removeConversation', { conversationId });
    notifyUndoable(`The ${what} was taken out of the log.`);
    focusFrontSurface();
  };
  return (
    <>
      <IconButton label={`Edit the ${what}`} onClick={() => openRhythmDialog({ at: 'conversation', conversationId, sourceId })}>
        <Pencil size={14} aria-hidden="true" />
      </IconButton>
      <IconButton label={`Take the ${what} out of the log`} onClick={() => void remove().catch(() => undefined)}>
        <Trash2 size={14} aria-hidden="true" />
      </IconButton>
    </>
  );
}
