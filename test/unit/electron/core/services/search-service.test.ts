// Searching a real study through the real thread: everything is found, edits at once, filters, the stored index, and no trace of who was deleted.
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { IndexStore } from '#core/services/search/index-store';
import { SearchService } from '#core/services/search/search-service';
import { nodeDisk } from '#core/vault/disk';
import type { Vault } from '#core/vault/vault';
import { findInFiles } from '#test/builders/canaries';
import { addSource, countedServices, temporaryFolder, temporaryVault } from '#test/builders/temporary-vault';

const WORKER = new URL('../../../../../electron/core/services/worker.ts', import.meta.url);

/** @param worthStoring documents from which the index is stored. */
function searching(data: string, worthStoring = 0): SearchService {
  const service = new SearchService(WORKER, new IndexStore(nodeDisk, data, worthStoring));
  onTestFinished(() => service.clear());
  return service;
}

async function studyToSearch(passphrase?: string): Promise<{ vault: Vault; folder: string; snippetId: string; reopen(): Promise<Vault> }> {
  const services = countedServices();
  const { vault, folder, reopen } = await temporaryVault(services, passphrase);
  await addSource(
    vault,
    's1',
    [
      ['Ines', 'What did you do?'],
      ['Amara', 'We asked about the price at the café.'],
    ],
    ['Amara'],
  );
  await addSource(vault, 's2', [['Jonas', 'The price was on the second bill. 顧客の価格表です']], ['Jonas']);
  await vault.edit('createSnippet', { sourceId: 's1', range: { startTurn: 1, startOffset: 0, endTurn: 1, endOffset: 25 }, tagIds: [] });
  await vault.edit('createTag', { name: 'Cost', definition: 'What it takes' });
  const snippetId = [...vault.state.all('snippets').keys()][0] ?? '';
  return { vault, folder, snippetId, reopen: async () => (await reopen()).vault };
}

async function found(service: SearchService, vault: Vault, typed: string): Promise<string[]> {
  await service.prepare(vault).ready;
  const { groups } = await service.find(vault, typed, 20);
  return groups.flatMap(({ kind, places }) => places.map(({ id, turn }) => (turn ? `${kind} ${id}:${turn.turn}` : `${kind} ${id}`)));
}

const storedFiles = (data: string): string[] =>
  existsSync(path.join(data, 'search-index')) ? readdirSync(path.join(data, 'search-index')) : [];

test('words that nothing holds together are looked for one by one, and that is said', async () => {
  const { vault, snippetId } = await studyToSearch();
  const service = searching(temporaryFolder());
  expect(await found(service, vault, 'asked bill')).toEqual([`snippet ${snippetId}`, 'turn s2:0', 'turn s1:1']);
  expect((await service.find(vault, 'asked bill', 20)).anyWord).toBe(true);
  expect((await service.find(vault, 'asked price', 20)).anyWord).toBeUndefined();
  expect(await found(service, vault, 'asked nowherezzz -price')).toEqual([]);
  expect(await found(service, vault, '"asked bill"')).toEqual([]);
});

test('the plan and the rhythm are found by their words, follow edits, and come back from the stored index', async () => {
  const { vault, reopen } = await studyToSearch();
  const edit = async (name: string, input: unknown): Promise<Record<string, string>> =>
    (await vault.edit(name, input)).result as Record<string, string>;
  const on = '2026-06-01';
  await edit('updateStudy', { decision: { question: 'marmalade', options: ['bicycle'] } });
  const { departmentId } = await edit('addDepartment', { name: 'harbourside', protects: 'umbrella' });
  const { commitmentId } = await edit('addCommitment', { statement: 'telescope', owner: 'Ana', action: 'pineapple' });
  const { ownerId } = await edit('addOwner', { name: 'Quillfeather', gave: 'lantern' });
  const { acknowledgementId } = await edit('logAcknowledgement', { departmentId, saidOn: on, saidBy: 'Ana', words: 'cobblestone' });
  const people = [{ name: 'Jocasta' }];
  const { conversationId } = await edit('logConversation', { heldOn: on, kind: 'visit', people, learned: 'trombone' });
  const { rhythmItemId } = await edit('addRhythmItem', { title: 'violin', cadence: 'monthly', firstDueOn: on });
  const { signalId } = await edit('addSignal', { name: 'saffron', kind: 'nps', points: [] });
  const { gateId } = await edit('addGate', { name: 'drawbridge', summary: 'cinnamon' });
  const { assessmentId } = await edit('addAssessment', { on, person: 'Ferdinand', answers: { 'first-hand': 2 } });
  const wanted = {
    bicycle: 'decision study',
    umbrella: `department ${departmentId}`,
    pineapple: `commitment ${commitmentId}`,
    lantern: `owner ${ownerId}`,
    cobblestone: `acknowledgement ${acknowledgementId}`,
    trombone: `conversation ${conversationId}`,
    Jocasta: `conversation ${conversationId}`,
    violin: `habit ${rhythmItemId}`,
    saffron: `signal ${signalId}`,
    cinnamon: `gate ${gateId}`,
    Ferdinand: `self-assessment ${assessmentId}`,
  };
  const data = temporaryFolder();
  const service = searching(data);
  for (const [word, place] of Object.entries(wanted)) expect([word, await found(service, vault, word)]).toEqual([word, [place]]);
  expect(await found(service, vault, 'kind:gates drawbridge')).toEqual([`gate ${gateId}`]);
  await edit('updateOwner', { ownerId, gave: 'zeppelin' });
  expect(await found(service, vault, 'lantern')).toEqual([]);
  expect(await found(service, vault, 'zeppelin')).toEqual([`owner ${ownerId}`]);
  await edit('removeGate', { gateId });
  expect(await found(service, vault, 'cinnamon')).toEqual([]);
  service.clear();
  expect(await found(searching(data), await reopen(), 'zeppelin')).toEqual([`owner ${ownerId}`]);
});

test('turns, snippets and records are found with their place, and edits at once', async () => {
  const { vault, snippetId } = await studyToSearch();
  const service = searching(temporaryFolder());
  expect(await found(service, vault, 'price')).toEqual([`snippet ${snippetId}`, 'turn s1:1', 'turn s2:0']);
  expect(await found(service, vault, 'CAFE')).toEqual(['turn s1:1']);
  expect(await found(service, vault, '価格')).toEqual(['turn s2:0']);
  expect(await found(service, vault, 'prcie -bill')).toEqual([`snippet ${snippetId}`, 'turn s1:1']);
  const { groups } = await service.find(vault, '"the price" kind:transcript', 20);
  const [place] = groups[0]?.places ?? [];
  expect(place?.turn).toMatchObject({ turn: 1, speaker: 'Amara', startOffset: 15, endOffset: 24 });
  expect(place?.marks.map(([start, end]) => place.context.slice(start, end))).toEqual(['the price']);
  const tagId = [...vault.state.all('tags').keys()][0] ?? '';
  expect(await found(service, vault, 'takes')).toEqual([`tag ${tagId}`]);
  await vault.edit('updateTag', { tagId, definition: 'What they pay' });
  expect(await found(service, vault, 'takes')).toEqual([]);
  expect(await found(service, vault, 'pay')).toEqual([`tag ${tagId}`]);
  await vault.undo();
  expect(await found(service, vault, 'takes')).toEqual([`tag ${tagId}`]);
  await addSource(vault, 's3', [['Lea', 'Nobody spoke of invoices']], ['Lea']);
  await expect.poll(() => found(service, vault, 'invoices')).toEqual(['turn s3:0']);
});

test('what is noted of a source is found: the facts of its short form, by name and by value, as they stand now', async () => {
  const { vault } = await studyToSearch();
  const service = searching(temporaryFolder());
  await vault.edit('updateSource', { sourceId: 's2', facts: { Channel: 'Walk-in counter', 'Taken by': 'Irmgard' } });
  expect(await found(service, vault, 'counter')).toEqual(['source s2']);
  expect(await found(service, vault, '"taken by irmgard"')).toEqual(['source s2']);
  expect(await found(service, vault, 'irmgrad')).toEqual(['source s2']);
  const { groups } = await service.find(vault, 'irmgard', 20);
  const [place] = groups[0]?.places ?? [];
  expect(place?.marks.map(([start, end]) => place.context.slice(start, end))).toEqual(['Irmgard']);
  await vault.edit('updateSource', { sourceId: 's2', facts: { Channel: 'Telephone' } });
  expect(await found(service, vault, 'irmgard')).toEqual([]);
  expect(await found(service, vault, 'telephone kind:interview')).toEqual(['source s2']);
});

test('filters by tag, person, source and kind follow the edits', async () => {
  const { vault, snippetId } = await studyToSearch();
  const service = searching(temporaryFolder());
  const tagId = [...vault.state.all('tags').keys()][0] ?? '';
  expect(await found(service, vault, 'price tag:cost')).toEqual([]);
  await vault.edit('tagSnippets', { snippetIds: [snippetId], tagIds: [tagId] });
  expect(await found(service, vault, 'price tag:cost')).toEqual([`snippet ${snippetId}`]);
  expect(await found(service, vault, 'price -tag:cost')).toEqual(['turn s1:1', 'turn s2:0']);
  expect(await found(service, vault, 'price person:Jonas')).toEqual(['turn s2:0']);
  expect(await found(service, vault, 'price -source:"Source s2" kind:transcripts')).toEqual(['turn s1:1']);
  const { unknown } = await service.find(vault, 'price tag:nothing', 20);
  expect(unknown).toMatchObject([{ name: 'tag', value: 'nothing' }]);
  expect(await found(service, vault, 'price tag:nothing')).toEqual([]);
});

test('the stored index spares reading the transcripts; what changed since is mended; damage only means building anew', async () => {
  const { vault, folder, snippetId, reopen } = await studyToSearch();
  const data = temporaryFolder();
  const first = searching(data);
  await first.prepare(vault).ready;
  expect(storedFiles(data)).toHaveLength(1);
  first.clear();
  // Work while nobody keeps the index.
  await vault.edit('removeSnippets', { snippetIds: [snippetId] });
  await vault.edit('createTag', { name: 'Price fog', definition: '' });
  const again = await reopen();
  const tags = [...again.state.all('tags').values()].find(({ name }) => name === 'Price fog');
  const transcripts = path.join(folder, 'transcripts');
  renameSync(transcripts, `${transcripts}-away`);
  expect(await found(searching(data), again, 'price')).toEqual([`tag ${tags?.id}`, 'turn s1:1', 'turn s2:0']);
  renameSync(`${transcripts}-away`, transcripts);
  const file = path.join(data, 'search-index', storedFiles(data)[0] ?? '');
  const bytes = readFileSync(file);
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  expect(await found(searching(data), again, 'price')).toEqual([`tag ${tags?.id}`, 'turn s1:1', 'turn s2:0']);
  writeFileSync(file, 'x');
  expect(await found(searching(data), again, 'bill')).toEqual(['turn s2:0']);
});

test('of a small study and of an encrypted one nothing is stored', async () => {
  const data = temporaryFolder();
  const { vault } = await studyToSearch();
  expect(await found(searching(data, 5000), vault, 'bill')).toEqual(['turn s2:0']);
  const sealed = await studyToSearch('a sentence that only I know');
  expect(await found(searching(data), sealed.vault, 'bill')).toEqual(['turn s2:0']);
  expect(storedFiles(data)).toEqual([]);
});

test('no form of a deleted word stays in what is stored', async () => {
  const data = temporaryFolder();
  const { vault } = await temporaryVault();
  await addSource(vault, 's1', [['Canaryspeaker', 'My name is Canaryword indeed']], ['Canaryspeaker']);
  await addSource(vault, 's2', [['Jonas', 'nothing']], ['Jonas']);
  const service = searching(data);
  await service.prepare(vault).ready;
  const words = ['Canaryspeaker', 'canaryword', 'Canaryword'];
  expect(findInFiles([data], words)).not.toEqual([]);
  await service.forget(vault.files.folder);
  expect(storedFiles(data)).toEqual([]);
  await vault.edit('removeSources', { sourceIds: ['s1'] });
  const person = [...vault.state.all('participants').values()].find(({ name }) => name === 'Canaryspeaker');
  await vault.edit('removeParticipant', { participantId: person?.id });
  await service.prepare(vault).ready;
  expect(storedFiles(data)).toHaveLength(1);
  expect(findInFiles([data], words)).toEqual([]);
  expect(await found(service, vault, 'canaryword')).toEqual([]);
});

test('an index that does not fit is built again with more room', async () => {
  const { vault } = await studyToSearch();
  const turns = Array.from({ length: 20_000 }, (_, turn): [string, string] => ['Amara', `word${turn} and ${turn * 7919} said once more`]);
  await addSource(vault, 's3', turns, ['Amara']);
  const service = new SearchService(WORKER, new IndexStore(nodeDisk, temporaryFolder(), 0), () => 10);
  onTestFinished(() => service.clear());
  const first = service.prepare(vault);
  await expect(first.ready).rejects.toThrow('Search once more');
  expect(first.outOfMemory).toBe(true);
  for (let times = 0; times < 4; times += 1) await service.prepare(vault).ready.catch(() => undefined);
  expect((await found(service, vault, 'word12345'))[0]).toBe('turn s3:12345');
});
