// Where a repaired study, or a backup, is put: always into a folder of its own, beside the damaged one.
import { lastPart } from './folder-path.ts';
import { saveElsewhere } from './open-study.ts';
import { type StudyDialog, showStudyDialog } from './study-dialog-store.ts';
import { StudyPlaceDialog } from './StudyPlaceDialog.tsx';

type Saving = Extract<NonNullable<StudyDialog>, { kind: 'save' }>;

export function SaveElsewhereDialog({ damage, backup }: Pick<Saving, 'damage' | 'backup'>) {
  const name = lastPart(damage.folder);
  const repair = backup === null;
  return (
    <StudyPlaceDialog
      title={repair ? 'Repair into a new folder' : 'Restore a backup'}
      initialName={repair ? `${name} repaired` : `${name} restored`}
      action={repair ? 'Repair and open' : 'Restore and open'}
      explanation={
        repair
          ? 'Everything that could be saved is written into a new folder and checked there. The damaged folder is only read.'
          : 'The backup becomes a study of its own in a new folder, with the transcripts as they are now. The damaged folder is only read.'
      }
      named={false}
      make={(folder) => saveElsewhere(damage, backup, folder)}
      onClose={() => showStudyDialog({ kind: 'damaged', ...damage })}
    />
  );
}
