// Opening, creating, keeping and closing studies, and what to do when that is refused.
import { AppError } from '#shared/lib/app-error';
import { notify, notifyError } from '#renderer/stores/notification-store';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { call, refreshStatus } from '#renderer/stores/session';
import { useVaultStore } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';
import { announce } from '#renderer/ui/announce';

import { focusWelcome } from './open-places.ts';
import { showStudyDialog } from './study-dialog-store.ts';

/** How a study is to be opened. */
interface Opening {
  /** Go on with what can be saved of a damaged study. */
  acceptDamage?: boolean | undefined;
  /** Only up to the last good point. */
  lastGoodPoint?: boolean | undefined;
  /** Passphrase or recovery code. */
  secret?: string | undefined;
  /** Only to look at, also beside a program that has it open. */
  readOnly?: boolean | undefined;
  /** The lock that the person is sure nobody needs any more. */
  takeOver?: string | undefined;
}

/**
 * Opens a study. Damage, encryption and another program that has it open each lead to a dialog with the ways on.
 * @throws AppError for every other refusal.
 */
export async function openStudy(folder: string, opening: Opening = {}): Promise<void> {
  try {
    await call('vault.open', { folder, ...opening });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'vault-damaged') showStudyDialog({ kind: 'damaged', folder, secret: opening.secret, message: error.message });
    else if (error.code === 'vault-locked') showHeld(folder, error, opening.secret);
    else if (error.code === 'passphrase' && opening.secret === undefined) showStudyDialog({ kind: 'unlock', folder });
    else throw error;
    return;
  }
  await untilOpen();
  showStudyDialog(null);
  announce(`Opened ${useVaultStore.getState().status?.name ?? ''}`);
  focusWelcome();
}

function showHeld(folder: string, { message, details }: AppError, secret: string | undefined): void {
  const { nonce, mayTakeOver } = details;
  showStudyDialog({ kind: 'held', folder, secret, message, mayTakeOver: mayTakeOver === true && typeof nonce === 'string' ? nonce : null });
}

/** Opens a study of the recent list; one that is gone can be taken off the list. */
export async function openRecent(folder: string): Promise<void> {
  if (!(await mayLeaveSample())) return;
  try {
    await openStudy(folder);
  } catch (error) {
    notifyError(error, wayOn(error, folder));
  }
}

/** What helps: letting go of a study that is not there any more. */
function wayOn(refusal: unknown, folder: string): { label: string; run(): void } | undefined {
  if (!(refusal instanceof AppError) || refusal.code !== 'vault-missing') return undefined;
  return { label: 'Remove from the recent list', run: () => void forgetRecent(folder).catch(notifyError) };
}

/** Takes a study off the recent list; its folder stays as it is. */
export async function forgetRecent(folder: string): Promise<void> {
  await call('vault.forget', { folder });
  await refreshStatus();
}

/** Saves what can be saved of a damaged study, or one of its backups, into a new folder and opens that. @throws AppError */
export async function saveElsewhere(
  damage: { folder: string; secret: string | undefined },
  backup: string | null,
  to: string,
): Promise<void> {
  const from = { folder: damage.folder, to, ...(damage.secret === undefined ? {} : { secret: damage.secret }) };
  const { folder, sound, problems } = await (backup === null
    ? call('recovery.repair', from)
    : call('recovery.restore', { ...from, backup }));
  await openStudy(folder, { secret: damage.secret });
  const done =
    backup === null
      ? 'The repaired study is open. The damaged one was not touched.'
      : 'The backup is open as a study of its own. The damaged one was not touched.';
  notify({ kind: 'info', message: sound ? done : `${done} Still missing: ${problems.join(' ')}` });
}

/** Makes a study and opens it. @throws AppError when the folder or the passphrase cannot be used. */
export async function createStudy(folder: string, name: string, passphrase: string | null): Promise<void> {
  await call('vault.create', { folder, name, ...(passphrase === null ? {} : { passphrase }) });
  await untilOpen();
  announce(`Created ${name}`);
  focusWelcome();
}

/** Copies the sample to a folder of the person's own and goes on there, with the same tabs. @throws AppError */
export async function keepSample(folder: string): Promise<void> {
  const { groups, activeGroup, activity, selection } = useViewStore.getState();
  await call('vault.keepSample', { folder });
  await untilOpen();
  useViewStore.setState({ groups, activeGroup, activity, selection });
  const sentence = 'The study is yours now. Every further step is saved in your own folder.';
  announce(sentence);
  notify({ kind: 'info', message: sentence });
}

/** Saves the open study at another place and goes on there. @throws AppError when it cannot be saved there. */
export async function saveCopy(folder: string): Promise<void> {
  const { notices } = await call('vault.saveCopy', { folder });
  await openStudy(folder);
  for (const message of notices) notify({ kind: 'error', message });
  notify({ kind: 'info', message: 'The copy is saved. You go on in it; the study itself stays where it was.' });
}

/** After a fault tries to write again; a study that was opened read-only is opened for writing. @throws AppError with the reason when it still cannot be. */
export async function writeAgain(): Promise<void> {
  const { status } = useVaultStore.getState();
  if (!status) return;
  if (status.openedForReading) return openStudy(status.folder);
  await call('vault.writeAgain', {});
  await refreshStatus();
  announce('Changes are saved again.');
}

export async function closeStudy(): Promise<void> {
  await call('vault.close', {});
  focusWelcome();
}

/** The answer comes before the window has fetched the records of the study that is open now. */
async function untilOpen(): Promise<void> {
  await refreshStatus();
}

/** A sample copy with work in it goes when another study is opened: says so, once, and offers to keep it. @returns whether to go on. */
export async function mayLeaveSample(): Promise<boolean> {
  const { status, undoLabel } = useVaultStore.getState();
  if (!status?.sample || undoLabel === null) return true;
  const answer = await quickPick({
    title: 'This sample copy is not kept',
    placeholder: 'What you did in it goes when it is closed',
    items: [
      { id: 'keep', label: 'Keep this study…', detail: 'copies it to a folder of your own' },
      { id: 'leave', label: 'Go on without it', detail: 'what you did in this copy goes' },
    ],
  });
  if (answer && 'id' in answer && answer.id === 'keep') showStudyDialog({ kind: 'keep' });
  return answer !== null && 'id' in answer && answer.id === 'leave';
}
