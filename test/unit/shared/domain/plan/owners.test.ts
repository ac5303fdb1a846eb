// Owners of the result and what was acknowledged, through a real vault.
import { expect, test } from 'vitest';

import { acknowledgeFirst, acknowledgeReminder, acknowledgedByDepartment } from '#shared/domain/plan/acknowledgements';
import { committeeWarning, readOwners } from '#shared/domain/plan/owners';

import { temporaryVault } from '#test/builders/temporary-vault';

test('an owner is known by name or role; whoever gave nothing is told apart', async () => {
  const { vault } = await temporaryVault();
  const edit = async (name: string, input: unknown) => (await vault.edit(name, input)).result as Record<string, string>;
  const { departmentId } = await edit('addDepartment', { name: 'Sales' });
  await edit('addAssumption', { departmentId, statement: 'They want to talk first', owner: 'head of sales ' });
  const { commitmentId } = await edit('addCommitment', { statement: 'They ask for a price', owner: 'Somebody else', action: 'publish it' });
  await edit('signCommitment', { commitmentId, name: 'Tomos Reed' });
  await edit('giveForecast', { commitmentId, person: 'TOMOS REED', probability: 40 });
  await edit('addOwner', { name: 'Tomos Reed', role: 'Head of sales', departmentId });
  await edit('addOwner', { name: 'Alma Roth' });
  await edit('addOwner', { name: 'Orla', gave: 'Asked about the first look.' });
  const { owners } = readOwners(vault.state);
  expect(
    owners.map(({ owner, assumptions, commitments, forecasts, silent }) => [owner.name, assumptions, commitments, forecasts, silent]),
  ).toEqual([
    ['Tomos Reed', 1, 1, 1, false],
    ['Alma Roth', 0, 0, 0, true],
    ['Orla', 0, 0, 0, false],
  ]);
  await expect(vault.edit('addOwner', { name: ' tomos reed' })).rejects.toMatchObject({ code: 'conflict' });
  await vault.edit('removeDepartment', { departmentId });
  expect(readOwners(vault.state).owners[0]?.owner.departmentId).toBeNull();
});

test('more than seven owners are a committee, unless the study says otherwise', async () => {
  const { vault } = await temporaryVault();
  for (let count = 1; count <= 7; count += 1) await vault.edit('addOwner', { name: `Owner ${count}` });
  expect(committeeWarning(readOwners(vault.state))).toBeNull();
  await vault.edit('addOwner', { name: 'Owner 8' });
  expect(committeeWarning(readOwners(vault.state))).toMatch(/^8 owners: more than 7 are a committee\./);
  await vault.edit('updateStudy', { mostOwners: 8 });
  expect(committeeWarning(readOwners(vault.state))).toBeNull();
});

test('the reminder names departments that nobody acknowledged; the log keeps every wording, newest first', async () => {
  const { vault, reopen } = await temporaryVault();
  expect(acknowledgeFirst(vault.state)).toBeNull();
  const ids: string[] = [];
  for (const name of ['Marketing', 'Sales', 'Product'])
    ids.push(String((await vault.edit('addDepartment', { name })).result['departmentId']));
  const first = acknowledgeFirst(vault.state);
  expect(first && acknowledgeReminder(first)).toBe(
    'Not acknowledged yet: Marketing, Sales and Product. Say aloud before the first interview what each protects and why that is right; then ask.',
  );
  const say = (departmentId: string | undefined, saidOn: string, words: string) =>
    vault.edit('logAcknowledgement', { departmentId, saidOn, saidBy: 'Ingrid', words });
  await say(ids[0], '2026-03-01', 'You built a name with little.');
  await say(ids[0], '2026-05-01', 'It held.');
  await expect(say(ids[1], '2026-05-01', '  ')).rejects.toMatchObject({ code: 'bad-input' });
  await expect(say('nobody', '2026-05-01', 'Thanks.')).rejects.toMatchObject({ code: 'not-found' });
  const again = await reopen();
  const [marketing] = acknowledgedByDepartment(again.vault.state);
  expect(marketing?.said.map(({ words }) => words)).toEqual(['It held.', 'You built a name with little.']);
  expect(acknowledgeFirst(again.vault.state)?.open.map(({ name }) => name)).toEqual(['Sales', 'Product']);
  await again.vault.edit('removeDepartment', { departmentId: ids[0] });
  expect(again.vault.state.all('acknowledgements').size).toBe(0);
  await again.vault.undo();
  expect(again.vault.state.all('acknowledgements').size).toBe(2);
});
