// Making and removing memos.
import type { Memo } from '#shared/model/records/memo';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { openTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

/** Makes a memo, on its own or about something, and opens it with its title ready to be typed over. */
export async function addMemo(about: Memo['about'] = null, title = `Memo, ${dayInWords(new Date())}`): Promise<void> {
  const { memoId } = await edit('addMemo', { title, text: '', about });
  openTab({ kind: 'memo', id: memoId });
  focusTitle(memoId);
}

/** The tab is drawn a moment later. */
function focusTitle(memoId: string, frames = 10): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLInputElement>(`[data-memo="${CSS.escape(memoId)}"] input`);
    if (field) {
      field.focus();
      field.select();
    } else if (frames > 0) focusTitle(memoId, frames - 1);
  });
}

export async function removeMemo(memoId: string): Promise<void> {
  const title = projection.state.get('memos', memoId)?.title ?? '';
  await edit('removeMemo', { memoId });
  const sentence = `The memo “${title}” was removed.`;
  announce(sentence);
  notifyUndoable(sentence);
}

function dayInWords(day: Date): string {
  return day.toLocaleDateString('en', { day: 'numeric', month: 'long' });
}

/** What a memo is about, in words and as a place to go to; null when it stands on its own. */
export function aboutInWords({ about }: Pick<Memo, 'about'>): string | null {
  if (!about) return null;
  const { state } = projection;
  switch (about.collection) {
    case 'sources':
      return state.get('sources', about.id)?.title ?? null;
    case 'tags':
      return state.get('tags', about.id)?.name ?? null;
    case 'themes':
      return state.get('themes', about.id)?.name || 'Unnamed cluster';
    case 'departments':
      return state.get('departments', about.id)?.name ?? null;
    case 'assumptions':
      return state.get('assumptions', about.id)?.statement ?? null;
  }
}
