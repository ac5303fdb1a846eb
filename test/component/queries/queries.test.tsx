// Queries over a real core: typed, answered live, saved, asked again; the tables of tags.
import { configure, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';

import { joined } from '../../../renderer/features/queries/add-condition.ts';
import { QueriesTab } from '../../../renderer/features/queries/index.ts';
import { openWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

test('a query is answered as it is typed and again when the coding changes; it is saved, opened and removed', async () => {
  const { user, render } = await openWindow({ sample: true });
  const [tag] = projection.list('tags').filter(({ id }) => projection.referring('tags', id, 'taggings').length > 2);
  render(<QueriesTab content={{ kind: 'queries' }} active />);
  const field = screen.getByRole('textbox', { name: 'Query' });
  await user.type(field, `tag-alone:${tag?.id}`);
  const count = projection.referring('tags', tag?.id ?? '', 'taggings').length;
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(new RegExp(`, ${count} snippets$`)));
  const [tagging] = projection.referring('tags', tag?.id ?? '', 'taggings');
  await edit('untagSnippets', { snippetIds: [tagging?.snippetId ?? ''], tagIds: [tag?.id ?? ''] });
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(new RegExp(`, ${count - 1} snippets?$`)));
  await edit('addQuery', { name: 'Starred ones', where: { is: 'starred' } });
  const saved = await screen.findByRole('grid', { name: 'Saved queries' });
  await user.click(within(saved).getByText('Starred ones'));
  expect(field).toHaveProperty('value', 'starred');
  await user.click(within(saved).getByRole('button', { name: 'Remove the query Starred ones' }));
  await waitFor(() => expect(projection.list('queries')).toEqual([]));
  await user.type(field, ' and (');
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('cannot be read'));
  await user.click(screen.getByRole('button', { name: 'Tables of tags' }));
  const table = await screen.findByRole('table');
  expect(within(table).getAllByRole('row').length).toBeGreaterThan(3);
});

test('a condition is added to those that are there, and brackets keep alternatives together', () => {
  expect(joined('', 'and', 'starred')).toBe('starred');
  expect(joined('', 'and not', 'starred')).toBe('not starred');
  expect(joined('tag:A or tag:B', 'and not', 'starred')).toBe('(tag:A or tag:B) and not starred');
  expect(joined('tag:A', 'or', 'tag:B')).toBe('tag:A or tag:B');
});
