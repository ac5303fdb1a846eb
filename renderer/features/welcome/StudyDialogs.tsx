// The dialogs about studies, one at a time over the whole window, and what opening a study has to say.
import { useEffect, useRef } from 'react';

import { notify, notifyError } from '#renderer/stores/notification-store';
import { useRecord } from '#renderer/stores/record-hooks';
import { useVaultStore } from '#renderer/stores/vault-store';

import { showNewRecoveryCode } from '../encryption/index.ts';
import { openImport } from '../sources/index.ts';
import { CheckDialog } from './CheckDialog.tsx';
import { HeldDialog } from './HeldDialog.tsx';
import { createStudy, keepSample, openStudy, saveCopy } from './open-study.ts';
import { LicencesDialog } from './LicencesDialog.tsx';
import { OpenStudyDialog } from './OpenStudyDialog.tsx';
import { RecoveryDialog } from './RecoveryDialog.tsx';
import { SaveElsewhereDialog } from './SaveElsewhereDialog.tsx';
import { showStudyDialog, useStudyDialog } from './study-dialog-store.ts';
import { StudyPlaceDialog } from './StudyPlaceDialog.tsx';
import { UnlockDialog } from './UnlockDialog.tsx';
import { followWalkthrough } from './walkthrough-store.ts';

const close = (): void => showStudyDialog(null);

export function StudyDialogs() {
  const dialog = useStudyDialog((state) => state.dialog);
  const study = useRecord('study', 'study');
  useNotices();
  useLocked();
  useOpenNext();
  useEffect(() => followWalkthrough(), []);
  if (!dialog) return null;
  switch (dialog.kind) {
    case 'new':
      return <NewStudy thenImport={dialog.thenImport} />;
    case 'keep':
      return (
        <StudyPlaceDialog
          title="Keep this study"
          initialName={study?.name ?? ''}
          action="Keep study"
          explanation="The sample copy, with everything you did in it, goes into a folder of your own. You go on where you are."
          named={false}
          make={async (folder) => {
            await keepSample(folder);
            close();
          }}
          onClose={close}
        />
      );
    case 'copy':
      return (
        <StudyPlaceDialog
          title="Save a copy elsewhere"
          initialName={study?.name ?? ''}
          action="Save the copy"
          explanation="Everything that was shown as saved, and all files that can still be read, go into a folder of your own, best on another disk. You go on in the copy; the study itself is not touched."
          make={saveCopy}
          onClose={close}
        />
      );
    case 'held':
      return <HeldDialog held={dialog} onClose={close} />;
    case 'open':
      return <OpenStudyDialog onClose={close} />;
    case 'unlock':
      return <UnlockDialog folder={dialog.folder} onClose={close} />;
    case 'damaged':
      return <RecoveryDialog damage={dialog} onClose={close} />;
    case 'save':
      return <SaveElsewhereDialog damage={dialog.damage} backup={dialog.backup} />;
    case 'licences':
      return <LicencesDialog text={dialog.text} onClose={close} />;
    case 'check':
      return <CheckDialog report={dialog.report} onClose={close} />;
  }
}

function NewStudy({ thenImport }: { thenImport: boolean }) {
  return (
    <StudyPlaceDialog
      title="New study"
      initialName=""
      action="Create study"
      mayEncrypt
      explanation="A study is a folder on this computer. You can copy it, back it up and take it with you."
      make={async (folder, name, passphrase) => {
        await createStudy(folder, name, passphrase);
        close();
        if (passphrase !== null) await showNewRecoveryCode(passphrase).catch(notifyError);
        if (thenImport) openImport();
      }}
      onClose={close}
    />
  );
}

/** A study that was locked asks for its passphrase, also in a window that was started anew. */
function useLocked(): void {
  const folder = useVaultStore((state) => state.locked?.folder ?? null);
  useEffect(() => {
    if (folder !== null) showStudyDialog({ kind: 'unlock', folder });
  }, [folder]);
}

/** A study that was closed since its records could not be read to the end, or could not be opened on start, is opened again, which says what is wrong and what can be done. */
function useOpenNext(): void {
  const folder = useVaultStore((state) => state.openNext);
  useEffect(() => {
    if (folder === null) return;
    useVaultStore.setState({ openNext: null });
    void openStudy(folder).catch(notifyError);
  }, [folder]);
}

/** What happened on opening (a torn last line, a new data version) is told once; what shows later (a missing transcript) when it is known. */
function useNotices(): void {
  const folder = useVaultStore((state) => state.status?.folder ?? null);
  const count = useVaultStore((state) => state.status?.notices.length ?? 0);
  const told = useRef<{ folder: string | null; count: number }>({ folder: null, count: 0 });
  useEffect(() => {
    const from = told.current.folder === folder ? told.current.count : 0;
    const notices = useVaultStore.getState().status?.notices ?? [];
    for (const message of notices.slice(from)) notify({ kind: 'info', message, stays: true });
    told.current = { folder, count };
  }, [folder, count]);
}
