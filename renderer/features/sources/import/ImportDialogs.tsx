// Importing as it stands over the window: the place to drop files on, and the dialogs.
import { DropOverlay } from './DropOverlay.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { ReplaceDialog } from '../replace/ReplaceDialog.tsx';
import { useNamesStore } from '../names/names-store.ts';
import { ReplaceNamesDialog } from '../names/ReplaceNamesDialog.tsx';
import { useStoriesStore } from '../stories/stories-store.ts';
import { StoryTableDialog } from '../stories/StoryTableDialog.tsx';
import { WriteStoryDialog } from '../stories/WriteStoryDialog.tsx';
import { useImportStore } from './import-store.ts';

export function ImportDialogs() {
  const open = useImportStore((state) => state.phase !== 'closed');
  const names = useNamesStore((state) => state.open);
  const stories = useStoriesStore((state) => state.open);
  return (
    <>
      <DropOverlay />
      {open ? <ImportDialog /> : null}
      <ReplaceDialog />
      {names ? <ReplaceNamesDialog /> : null}
      {stories === 'writing' ? <WriteStoryDialog /> : null}
      {stories === 'table' ? <StoryTableDialog /> : null}
    </>
  );
}
