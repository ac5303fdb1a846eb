// People who are no longer on the list while the history still holds them: looked for when asked, each can be deleted for good.
import { History } from 'lucide-react';
import { useState } from 'react';

import type { PastPerson } from '#shared/rpc/history-answers';
import { call } from '#renderer/stores/session';
import { personLabel, useHideNames } from '#renderer/stores/shown-names';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { DeleteDialog } from './DeletePerson.tsx';
import styles from './participants.module.css';

export function PastPeople() {
  const [people, setPeople] = useState<readonly PastPerson[] | null>(null);
  const [chosen, setChosen] = useState<PastPerson | null>(null);
  const { busy, error, run } = useAttempt('The history could not be read.');
  const look = (): void => run(async () => setPeople(await call('purge.past', {})));
  const choose = (person: PastPerson): void => {
    setPeople(null);
    setChosen(person);
  };
  return (
    <section className={styles.past} aria-labelledby="past-people-title">
      <h3 id="past-people-title">No longer on the list</h3>
      <p className={styles.quiet}>
        Who was removed from the list, or came with an import that was undone, is still in the history with what they said.
      </p>
      <Button look="quiet" icon={<History size={14} aria-hidden="true" />} disabled={busy} onClick={look}>
        {busy ? 'Reading the history…' : 'Show who the history still holds…'}
      </Button>
      {error ? <p role="alert">{error}</p> : null}
      {people ? <PastDialog people={people} onChoose={choose} onClose={() => setPeople(null)} /> : null}
      {chosen ? (
        <DeleteDialog participant={{ id: chosen.participantId, pseudonym: chosen.pseudonym }} onClose={() => setChosen(null)} />
      ) : null}
    </section>
  );
}

function PastDialog({ people, onChoose, onClose }: { people: readonly PastPerson[]; onChoose(person: PastPerson): void; onClose(): void }) {
  const hideNames = useHideNames();
  return (
    <Dialog title="People whom only the history holds" onClose={onClose} width={480} footer={<Button onClick={onClose}>Close</Button>}>
      {people.length === 0 ? <p className={styles.quiet}>Nobody: everybody in the history is on the list.</p> : null}
      <ul className={styles.pastList}>
        {people.map((person) => (
          <li key={person.participantId}>
            <span>{personLabel(person, hideNames)}</span>
            <Button look="quiet" aria-label={`Delete ${person.pseudonym} for good`} onClick={() => onChoose(person)}>
              Delete for good…
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
