// The dialog that replaces names: what was proposed, what the person chose, and where it stands.
import { create } from 'zustand';

import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';
import type { ProposedName } from '#shared/rpc/answers';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { endProgress } from '#renderer/stores/progress-store';
import { readBase64 } from '#renderer/stores/read-base64';
import { refuseToChange } from '#renderer/stores/refuse';
import { notify } from '#renderer/stores/notification-store';
import { call, refreshStatus } from '#renderer/stores/session';
import { announce } from '#renderer/ui/announce';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { downloadFile } from '../../exchange/index.ts';

export interface NameRow extends Omit<ProposedName, 'kind'> {
  /** `listed`: named by a key list, and in none of today's texts. */
  kind: ProposedName['kind'] | 'listed';
  chosen: boolean;
}

interface NamesState {
  open: boolean;
  rows: readonly NameRow[];
  /** The running job, for its progress and its cancel; what it does. */
  job: { id: string; what: 'looking' | 'replacing' } | null;
  /** Why the last thing did not work. */
  error: string | null;
}

const CLOSED: NamesState = { open: false, rows: [], job: null, error: null };

export const useNamesStore = create<NamesState>()(() => CLOSED);

/** Looks through all interviews and shows what was found. Names that may be places or products are left for the person to tick. */
export async function openNames(): Promise<void> {
  if (refuseToChange()) return;
  const id = crypto.randomUUID();
  useNamesStore.setState({ ...CLOSED, open: true, job: { id, what: 'looking' } });
  try {
    const found = await call('names.propose', { jobId: id, sourceIds: null });
    if (useNamesStore.getState().job?.id === id)
      useNamesStore.setState({ rows: found.map((name) => ({ ...name, chosen: name.kind !== 'name' })) });
  } catch (error) {
    if (useNamesStore.getState().job?.id === id) useNamesStore.setState({ error: sentenceOf(error) });
  } finally {
    ended(id);
  }
}

export function changeRow(text: string, fields: Partial<Pick<NameRow, 'chosen' | 'replacement'>>): void {
  useNamesStore.setState(({ rows }) => ({ rows: rows.map((row) => (row.text === text ? { ...row, ...fields } : row)) }));
}

/**
 * Ticks the names of a key list that was kept: of names replaced earlier, which only history and backups still hold.
 * @returns a sentence about what is wrong; null when they are there.
 */
export async function addKeyListNames(file: File, passphrase: string): Promise<string | null> {
  try {
    const base64 = await readBase64(file, () => useNamesStore.getState().open);
    if (base64 === null) return null;
    const { names } = await call('names.readKeyList', { base64, passphrase });
    const listed = new Map(names.map(({ text, replacement }) => [text, replacement]));
    const found = useNamesStore.getState().rows.map((row) => {
      const replacement = listed.get(row.text);
      return replacement === undefined ? row : { ...row, replacement, chosen: true };
    });
    const known = new Set(found.map(({ text }) => text));
    const more = names
      .filter(({ text }) => !known.has(text))
      .map((name): NameRow => ({ ...name, kind: 'listed', count: 0, sources: 0, example: '', chosen: true }));
    useNamesStore.setState({ rows: [...more, ...found], error: null });
    announce(`${countNoun(names.length, 'name', 'names')} of the key list ${names.length === 1 ? 'is' : 'are'} ticked.`);
    return null;
  } catch (error) {
    return sentenceOf(error);
  }
}

/**
 * Hands the key list over first, when a passphrase is given: names that are replaced are on no other list.
 * @param purge also takes the old wording out of history and backups, for good.
 */
export async function replaceChosen(passphrase: string, purge: boolean): Promise<void> {
  const choices = useNamesStore
    .getState()
    .rows.filter(({ chosen }) => chosen)
    .map(({ text, replacement }) => ({ text, replacement: replacement.trim() }));
  const id = crypto.randomUUID();
  useNamesStore.setState({ job: { id, what: 'replacing' }, error: null });
  try {
    if (passphrase !== '') downloadFile({ ...(await call('names.keyList', { choices, passphrase })), mediaType: 'application/json' });
    const { sources, changed, notices } = await call('names.replace', { jobId: id, choices, purge });
    closeNames();
    const done = `${countNoun(choices.length, 'name was', 'names were')} replaced in ${countNoun(sources, 'interview', 'interviews')}; ${countNoun(changed, 'quote has', 'quotes have')} other words.`;
    if (purge) await tellPurged([done, ...notices]);
    else notifyUndoable(`${done} History and backups still hold the names.`);
  } catch (error) {
    useNamesStore.setState({ error: sentenceOf(error) });
  } finally {
    ended(id);
  }
}

/** The study was closed and opened again for it; the window reads everything anew. */
async function tellPurged(sentences: readonly string[]): Promise<void> {
  await refreshStatus();
  for (const message of sentences) notify({ kind: 'info', message });
  announce(sentences.join(' '));
}

export function stopNames(): void {
  const { job } = useNamesStore.getState();
  if (job) void call('job.cancel', { jobId: job.id }).catch(() => undefined);
}

export function closeNames(): void {
  stopNames();
  useNamesStore.setState(CLOSED);
  focusFrontSurface();
}

function ended(id: string): void {
  endProgress(id);
  useNamesStore.setState(({ job }) => (job?.id === id ? { job: null } : {}));
}

const sentenceOf = (error: unknown): string =>
  error instanceof AppError ? error.message : 'This failed inside Plumbline. Nothing was changed.';
