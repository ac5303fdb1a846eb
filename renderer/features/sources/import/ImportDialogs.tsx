// Importing as it stands over the window: the place to drop files on, and the dialogs.
import { DropOverlay } from './DropOverlay.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { ReplaceDialog } from '../replace/ReplaceDialog.tsx';
import { useImportStore } from './import-store.ts';

export function ImportDialogs() {
  const open = useImportStore((state) => state.phase !== 'closed');
  return (
    <>
      <DropOverlay />
      {open ? <ImportDialog /> : null}
      <ReplaceDialog />
    </>
  );
}
