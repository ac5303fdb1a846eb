// Choosing what a part of the page rests on: themes and quotes.
import { citationOf } from '#shared/domain/readout/person-names';
import { peopleOfPeople } from '#shared/domain/readout/sentences';
import { shorten } from '#shared/lib/text';
import type { CustomerPart } from '#shared/model/records/customer';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';

import { currentEvidence } from '../evidence/index.ts';

/** A quote in the list is told by its beginning (UTF-16 units). */
const SHOWN = 140;

/** Asks for a theme and adds it behind those of the part. */
export async function addTheme(part: CustomerPart, title: string): Promise<void> {
  const scope = currentEvidence();
  const before = projection.state.get('customer', 'customer')?.themes[part] ?? [];
  const items = scope.matrix.rows
    .filter(({ theme }) => !before.includes(theme.id))
    .map(({ theme, people }) => ({
      id: theme.id,
      label: scope.shown(theme.name || 'Unnamed cluster'),
      detail: peopleOfPeople(people.length, scope.heard.length),
    }));
  const answer = await quickPick({
    title,
    placeholder: 'Choose a theme that tells of it',
    items,
    empty: () => 'No theme is left to choose. Themes are made on the board.',
  });
  if (answer && 'id' in answer) await edit('updateCustomer', { part, themeIds: [...before, answer.id] }).catch(() => undefined);
}

/** Asks for a snippet and adds it behind those of the part; those of the part's themes and key quotes stand first. */
export async function addQuote(part: CustomerPart, title: string): Promise<void> {
  const scope = currentEvidence();
  const customer = projection.state.get('customer', 'customer');
  const before = customer?.quotes[part] ?? [];
  const near = new Set((customer?.themes[part] ?? []).flatMap((id) => [...scope.evidence.family(id).snippetIds]));
  const rank = (id: string, starred: boolean): number => (near.has(id) ? 0 : 2) + (starred ? 0 : 1);
  const items = [...projection.state.all('snippets').values()]
    .filter(({ id }) => !before.includes(id) && scope.evidence.peopleOf(id).length > 0)
    .sort((left, right) => rank(left.id, left.starred) - rank(right.id, right.starred))
    .map((snippet) => ({ id: snippet.id, label: shorten(scope.shown(snippet.quote), SHOWN), detail: citationOf(scope, snippet) }));
  const answer = await quickPick({
    title,
    placeholder: 'Choose a quote: type words of it',
    items,
    empty: () => 'No snippet holds these words. Snippets are made in the transcripts.',
  });
  if (answer && 'id' in answer) await edit('updateCustomer', { part, snippetIds: [...before, answer.id] }).catch(() => undefined);
}
