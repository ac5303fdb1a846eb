// Choosing another quote of a theme for the readout.
import { pickQuotes } from '#shared/domain/readout/choose-quotes';
import { citationOf } from '#shared/domain/readout/person-names';
import { shorten } from '#shared/lib/text';
import { quickPick, type QuickPickItem } from '#renderer/stores/quick-pick-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { currentEvidence } from '../evidence/index.ts';
import { shownQuotes } from './preview-places.ts';
import { readoutPreviewNow } from './readout-preview.ts';

/** Words of a quote in the list (UTF-16 units). */
const LISTED = 80;
const BY_RULES = 'rules';

/** Offers the other quotes of the theme; the chosen one takes the place of the one at `index`. */
export async function swapQuote(themeId: string, index: number): Promise<void> {
  const { content } = readoutPreviewNow();
  const theme = projection.state.get('themes', themeId);
  if (!content || !theme) return;
  const shown = shownQuotes(content, themeId);
  const byHand = (projection.state.get('readout', 'readout')?.quotes[themeId]?.length ?? 0) > 0;
  const rules = byHand ? [{ id: BY_RULES, label: 'Let the rules choose again: key quotes first, then different people' }] : [];
  const answer = await quickPick({
    title: `Swap a quote of “${theme.name || 'unnamed cluster'}”`,
    placeholder: 'Choose the quote that stands here instead',
    items: [...candidates(themeId, shown, new Set([shown[index] ?? '', ...content.withheld.snippetIds])), ...rules],
    empty: () => 'This theme has no other quotes that may be shown.',
  });
  if (!answer || !('id' in answer)) return;
  const snippetIds = answer.id === BY_RULES ? [] : swapped(shown, index, answer.id);
  await edit('chooseQuotes', { themeId, snippetIds });
  announce(answer.id === BY_RULES ? 'The rules choose the quotes again.' : 'Quote swapped.');
}

function candidates(themeId: string, shown: readonly string[], except: ReadonlySet<string>): QuickPickItem[] {
  const scope = currentEvidence();
  const all = [...scope.evidence.family(themeId).snippetIds].filter((id) => !except.has(id));
  return pickQuotes(scope, all, all.length).flatMap((id) => {
    const snippet = projection.state.get('snippets', id);
    return snippet
      ? [
          {
            id,
            label: shorten(scope.shown(snippet.quote), LISTED),
            detail: citationOf(scope, snippet),
            ...(shown.includes(id) ? { hint: 'shown' } : {}),
          },
        ]
      : [];
  });
}

/** Puts the chosen one at the place; when it stands elsewhere already, the two change places. */
export function swapped(shown: readonly string[], index: number, chosen: string): string[] {
  const there = shown.indexOf(chosen);
  const before = shown[index];
  const list = shown.map((id, at) => (at === index ? chosen : at === there && before !== undefined ? before : id));
  return index >= shown.length ? [...list, chosen] : list;
}
