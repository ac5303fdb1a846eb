// The invitation of one person: to copy, to save as text, and as a calendar file.
import { CalendarPlus, ClipboardCopy, FileDown } from 'lucide-react';

import { invitationFor } from '#shared/domain/recruiting/invitation';
import { meetingTime } from '#shared/domain/recruiting/meeting-time';
import { writeCalendar } from '#shared/lib/icalendar';
import { notify } from '#renderer/stores/notification-store';
import { useDerived } from '#renderer/stores/record-hooks';
import { useHideNames } from '#renderer/stores/shown-names';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { downloadText } from '../exchange/index.ts';
import { useRecruitsStore } from './recruit-actions.ts';
import styles from './recruits.module.css';

const close = (): void => useRecruitsStore.setState({ inviting: null });

export function InvitationDialog({ recruitId }: { recruitId: string }) {
  const hideNames = useHideNames();
  const { invitation, pseudonym } = useDerived(
    ['recruits', 'participants', 'guide'],
    (reader) => ({
      pseudonym: reader.get('participants', recruitId)?.pseudonym ?? '',
      invitation: invitationFor(reader, recruitId, {
        when: meetingTime,
        nameOf: ({ name, pseudonym: alias }) => (hideNames || name.trim() === '' ? alias : name),
      }),
    }),
    [recruitId, hideNames],
  );
  const { subject, text, event } = invitation;
  const fileName = `invitation-${[...pseudonym].filter((letter) => /[\p{L}\p{N}_-]/u.test(letter)).join('') || recruitId}`;
  return (
    <Dialog
      title="Invitation"
      width={640}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Close</Button>
          <Button
            icon={<CalendarPlus size={14} aria-hidden="true" />}
            disabled={!event}
            title={event ? 'For your calendar and theirs' : 'Once there is a time'}
            onClick={() => event && save(`${fileName}.ics`, 'text/calendar', writeCalendar([event], new Date().toISOString()))}
          >
            Save for calendars (.ics)
          </Button>
          <Button
            icon={<FileDown size={14} aria-hidden="true" />}
            onClick={() => save(`${fileName}.txt`, 'text/plain', `${subject}\n\n${text}\n`)}
          >
            Save as text
          </Button>
          <Button look="primary" icon={<ClipboardCopy size={14} aria-hidden="true" />} onClick={() => void copy(`${subject}\n\n${text}`)}>
            Copy
          </Button>
        </>
      }
    >
      {hideNames ? <p className={styles.quiet}>Names are hidden, so pseudonyms stand in it. Show names before you send it.</p> : null}
      <p className={styles.subject}>
        <bdi>{subject}</bdi>
      </p>
      <p className={styles.letter}>
        <bdi>{text}</bdi>
      </p>
    </Dialog>
  );
}

function save(fileName: string, mediaType: string, text: string): void {
  downloadText(fileName, mediaType, text);
  notify({ kind: 'info', message: `${fileName} was saved.` });
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify({ kind: 'info', message: 'The invitation was copied.' });
  } catch {
    notify({ kind: 'error', message: 'The invitation could not be copied. Save it as text instead.' });
  }
}
