// The one question before real names leave the study.
import { useExportPurpose } from '#renderer/stores/export-purpose';
import { notifyError } from '#renderer/stores/notification-store';
import { useRecords } from '#renderer/stores/record-hooks';
import { AUDIENCE_NAMES } from '#shared/domain/participants/consent-words';
import { countNoun } from '#shared/lib/text';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { exportReadout } from './export-readout.ts';
import { useReadoutStore } from './readout-store.ts';

export function ConfirmNames() {
  const format = useReadoutStore((state) => state.confirming);
  const named = useRecords('participants').filter(({ name }) => name.trim() !== '').length;
  const purpose = useExportPurpose();
  if (!format) return null;
  const close = (): void => useReadoutStore.setState({ confirming: null });
  return (
    <Dialog
      title="Export with real names?"
      onClose={close}
      width={480}
      footer={
        <>
          <Button autoFocus onClick={close}>
            Keep pseudonyms
          </Button>
          <Button
            look="primary"
            onClick={() => {
              close();
              void exportReadout(format, 'names').catch((error: unknown) => notifyError(error));
            }}
          >
            Export with real names
          </Button>
        </>
      }
    >
      <p>
        The file will name {countNoun(named, 'participant', 'participants')} and show what each of them said. It is for{' '}
        {AUDIENCE_NAMES[purpose]}, whoever did not agree to that stays out of it. Whoever gets the file can read it. Make sure that
        everybody in it agreed. The study itself stays as it is.
      </p>
    </Dialog>
  );
}
