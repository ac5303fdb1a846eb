// Deleting a person and everything they said, for good: says before what goes, and asks for the pseudonym to be typed.
import { UserX } from 'lucide-react';
import { useEffect, useState } from 'react';

import { AppError } from '#shared/lib/app-error';
import type { Participant } from '#shared/model/records/participant';
import type { PurgePlan } from '#shared/rpc/history-answers';
import { notify } from '#renderer/stores/notification-store';
import { call, refreshStatus } from '#renderer/stores/session';
import { announce } from '#renderer/ui/announce';
import { focusInspector } from '#renderer/ui/focus-surface';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { PurgeList } from './PurgeList.tsx';
import styles from './participants.module.css';

export function DeletePerson({ participant }: { participant: Participant }) {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button look="quiet" className={styles.deletePerson} icon={<UserX size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>
        Delete this person and everything they said…
      </Button>
      {open ? <DeleteDialog participant={participant} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

export function DeleteDialog({
  participant: { id, pseudonym },
  onClose,
}: {
  participant: Pick<Participant, 'id' | 'pseudonym'>;
  onClose(): void;
}) {
  const { plan, error: unread } = usePlan(id);
  const [typed, setTyped] = useState('');
  const [replace, setReplace] = useState(true);
  const { busy, error, run } = useAttempt('The person could not be deleted.');
  const ready = plan !== null && typed.trim() === pseudonym.trim() && !busy;
  const named = plan?.mentions.some(({ kind }) => kind === 'name') ?? false;
  const go = (): void => {
    if (ready) run(() => deletePerson(id, typed, named && replace, onClose));
  };
  return (
    <Dialog
      title={`Delete ${pseudonym} and everything they said`}
      onClose={onClose}
      width={620}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!ready} onClick={go}>
            {busy ? 'Deleting…' : 'Delete for good'}
          </Button>
        </>
      }
    >
      <div className={styles.purge}>
        <p>
          This cannot be undone. The person goes from the study, from its history and from its backups; restoring an older backup deletes
          them again.
        </p>
        {unread === null ? null : <p role="alert">{unread}</p>}
        {plan ? (
          <PurgeList plan={plan} onLeave={onClose} />
        ) : unread === null ? (
          <p className={styles.quiet}>Looking what would go…</p>
        ) : null}
        {named ? (
          <label className={styles.check}>
            <input type="checkbox" checked={replace} onChange={(event) => setReplace(event.target.checked)} />
            Also put “[deleted]” in place of the name in the texts above that name them, now and in the history
          </label>
        ) : null}
        <TextInput
          label={`Type ${pseudonym} to confirm`}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && go()}
        />
        {error ? <p role="alert">{error}</p> : null}
      </div>
    </Dialog>
  );
}

function usePlan(participantId: string): { plan: PurgePlan | null; error: string | null } {
  const [state, setState] = useState<{ plan: PurgePlan | null; error: string | null }>({ plan: null, error: null });
  useEffect(() => {
    let current = true;
    call('purge.plan', { participantId })
      .then((plan) => current && setState({ plan, error: null }))
      .catch((error: unknown) => {
        const sentence = error instanceof AppError ? error.message : 'What would go could not be found out. Nothing was changed.';
        if (current) setState({ plan: null, error: sentence });
      });
    return () => {
      current = false;
    };
  }, [participantId]);
  return state;
}

/** The study is closed and opened again for it; the window reads everything anew. */
async function deletePerson(participantId: string, typed: string, replaceMentions: boolean, onClose: () => void): Promise<void> {
  const { notices } = await call('purge.run', { participantId, typed, replaceMentions });
  onClose();
  await refreshStatus();
  for (const message of notices) notify({ kind: 'info', message });
  announce(notices.join(' '));
  focusInspector();
}
