// The advice at the end of a recovery report.
import { countLost, type RecoveryReport } from '#shared/model/recovery-report';

/** Steps in the order in which they help. @param forgottenTo the last change that can no longer be looked back at; null: the history is whole. */
export function whatToDo(report: RecoveryReport, forgottenTo: number | null = null): string[] {
  const steps: string[] = [];
  if (!report.readable) {
    steps.push('Restore a copy of the folder from your own backup or from the file history of your sync program.');
    steps.push('Keep this folder as it is: its transcripts may still be whole.');
    return steps;
  }
  const lost = countLost(report);
  if (lost === 0 && report.records.length === 0 && !report.unverified) steps.push(...allSaved(report, forgottenTo));
  else {
    steps.push(
      report.keptAfter > 0
        ? 'Look through the list of what is missing, then open the study with everything that fits, or only up to the last good point.'
        : 'Look through the list of what is missing, then open the study at its last good point.',
    );
    steps.push('If much is missing, compare with a backup: it can be restored into a folder of its own, beside this one.');
  }
  if (report.unverified) steps.push('Prefer a backup if there is one: nothing vouches for the words of these records.');
  if (report.transcripts.length > 0)
    steps.push('Put the named transcript files back from a backup of the folder. Until then their snippets keep their words.');
  if (report.conflictCopies.length > 0)
    steps.push(
      'Keep the folder out of sync programs while Plumbline has it open; move the named copies somewhere else once nothing in them is needed.',
    );
  steps.push('The files as they were found are never deleted: they stay where they are, or in the folder “quarantine” of the study.');
  steps.push('If this happens again, have the disk checked.');
  return steps;
}

/** Every change is there; what is not must be said all the same. */
function allSaved({ transcripts }: RecoveryReport, forgottenTo: number | null): string[] {
  if (transcripts.length === 0 && forgottenTo === null)
    return ['Nothing of your work is known to be missing. Open the study with what could be saved.'];
  const missing = [
    ...(transcripts.length === 0
      ? []
      : [transcripts.length === 1 ? 'one transcript is missing or altered' : `${transcripts.length} transcripts are missing or altered`]),
    ...(forgottenTo === null ? [] : [`the steps up to change ${forgottenTo} can no longer be looked back at or undone`]),
  ];
  return [`Every change of your work is saved, but ${missing.join(', and ')}. Open the study with what could be saved.`];
}
