// Reminds of the departments to which nothing was acknowledged yet, with a way to each.
import { acknowledgeFirst, acknowledgeReminder } from '#shared/domain/plan/acknowledgements';
import { useDerived } from '#renderer/stores/record-hooks';
import { openTab } from '#renderer/stores/tabs';

import { Button } from '../../ui/Button.tsx';
import own from './owners.module.css';

export function AcknowledgeFirstNotice() {
  const first = useDerived(['departments', 'acknowledgements', 'sources'], acknowledgeFirst);
  if (!first) return null;
  return (
    <div className={own.notice} role="note" aria-label="Acknowledge first">
      <p>{acknowledgeReminder(first)}</p>
      <div className={own.noticeNames}>
        {first.open.map(({ id, name }) => (
          <Button key={id} look="quiet" onClick={() => openTab({ kind: 'department', id })}>
            <bdi>{name}</bdi>: note it…
          </Button>
        ))}
        <Button look="quiet" onClick={() => openTab({ kind: 'brief' })}>
          Print the briefs
        </Button>
      </div>
    </div>
  );
}
