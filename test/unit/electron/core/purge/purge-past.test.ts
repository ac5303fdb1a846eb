// P8 for what the study itself no longer holds: removed interviews, undone and interrupted imports, people removed from the list. Each is
// proven by looking for random words in every byte on the disk, in a second backup folder too.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { backUp, backUpElsewhere, type BackupServices } from '#core/backups/backup-vault';
import { DEFAULT_BOUNDS } from '#core/backups/retention';
import { verifyBackup } from '#core/backups/verify-backup';
import { planPurge } from '#core/purge/plan-purge';
import { readPast } from '#core/purge/read-past';
import { pastPeople } from '#core/purge/sources-of';
import { startPurge } from '#core/purge/start-purge';
import { checkVault } from '#core/services/check';
import { removeEncryption } from '#core/services/encryption';
import { nodeDisk } from '#core/vault/disk';
import { thisProcess } from '#core/vault/process-identity';
import type { Vault } from '#core/vault/vault';
import { canaries, findInFiles } from '#test/builders/canaries';
import { countedServices, openAgain, temporaryFolder, temporaryVault } from '#test/builders/temporary-vault';

const PASSPHRASE = 'a sentence that only I know';

const services = (vault: Vault): BackupServices => ({
  disk: nodeDisk,
  now: () => '2026-02-01T10:00:00.000Z',
  bounds: DEFAULT_BOUNDS,
  verify: (folder, files) => verifyBackup(nodeDisk, folder, files, vault.files.cipher),
});

interface Said {
  speaker: string;
  text: string;
}

const KEPT: Said[] = [
  { speaker: 'Ann', text: 'And then?' },
  { speaker: 'Karim', text: 'Nobody could tell me what the price would be.' },
];

/** Stores a text without recording it, as an import does that is killed in between. @returns the input that records it. */
async function store(vault: Vault, id: string, fileName: string, turns: Said[]) {
  const sha256 = await vault.transcripts.write(id, 1, { turns: turns.map((turn) => ({ ...turn, startMs: null, endMs: null })) });
  const speakers = [...new Set(turns.map(({ speaker }) => speaker))].map((label) =>
    label === 'Ann'
      ? { label, role: 'interviewer' as const, participantId: null }
      : { label, role: 'participant' as const, participantId: null, newParticipantName: label },
  );
  const transcript = { revision: 1, sha256, turns: turns.length, words: 9, startMs: null, endMs: null };
  return {
    id,
    kind: 'interview',
    title: fileName,
    heldOn: null,
    fileName,
    format: 'text',
    encoding: 'utf-8',
    participantId: null,
    speakers,
    transcript,
  };
}

async function importFile(vault: Vault, id: string, fileName: string, turns: Said[]): Promise<void> {
  await vault.edit('importSources', { sources: [await store(vault, id, fileName, turns)] });
}

const personCalled = (vault: Vault, name: string): string =>
  [...vault.state.all('participants').values()].find((person) => person.name === name)?.id ?? 'nobody';

async function study(seed: number, passphrase?: string) {
  const use = countedServices();
  const opened = await temporaryVault(use, passphrase);
  const second = temporaryFolder('plumbline-second-');
  const { word, all } = canaries(seed);
  await importFile(opened.vault, 'kept', 'kept.txt', KEPT);
  const name = word();
  const theirs = [
    { speaker: 'Ann', text: 'Who begins?' },
    { speaker: name, text: `It was ${word()}.` },
  ];
  const backup = async (vault: Vault): Promise<void> => {
    await backUp(vault, 'by-hand', services(vault));
    await backUpElsewhere(vault, second, services(vault));
  };
  return { ...opened, use, second, name, theirs, word, all, backup, places: [opened.folder, second] };
}

type Study = Awaited<ReturnType<typeof study>>;

/** Deletes a person for good and gives the study as it is then, checked. */
async function purge({ folder, use }: Study, vault: Vault, participantId: string, secret?: string): Promise<Vault> {
  await startPurge(vault, await planPurge(vault, participantId, nodeDisk, use.now()), nodeDisk, false);
  await vault.close();
  const again = await openAgain(folder, use, { secret });
  expect(again.notices.join(' ')).toContain('One participant was deleted');
  expect(await checkVault(nodeDisk, again.vault)).toMatchObject({ ok: true, problems: [] });
  expect(await again.vault.turns('kept')).toMatchObject(KEPT);
  return again.vault;
}

async function mark(vault: Vault, sourceId: string, turn: number, text: string, note: string): Promise<void> {
  const range = { startTurn: turn, startOffset: 0, endTurn: turn, endOffset: text.length };
  await vault.edit('createSnippet', { sourceId, range, tagIds: [], note });
}

describe('deleting somebody for good whose words only the history holds', () => {
  test('P3: an interview that was removed before', async () => {
    const made = await study(31);
    const { vault, name, theirs } = made;
    await importFile(vault, 'gone', `${made.word()}.txt`, theirs);
    await mark(vault, 'gone', 1, theirs[1]?.text ?? '', made.word());
    await made.backup(vault);
    await vault.edit('removeSources', { sourceIds: ['gone'] });
    await made.backup(vault);
    expect(findInFiles(made.places, made.all)).not.toEqual([]);
    const { plan } = await planPurge(vault, personCalled(vault, name), nodeDisk, made.use.now());
    expect(plan.sources.map(({ id }) => id)).toEqual(['gone']);
    await purge(made, vault, personCalled(vault, name));
    expect(findInFiles(made.places, made.all)).toEqual([]);
  });

  test('P3: of a removed conversation the words of the others can still be brought back', async () => {
    const made = await study(32);
    const { vault, name, theirs } = made;
    await importFile(vault, 'group', 'group.txt', [...theirs, ...KEPT]);
    await vault.edit('removeSources', { sourceIds: ['group'] });
    await made.backup(vault);
    const after = await purge(made, vault, personCalled(vault, name));
    expect(findInFiles(made.places, made.all)).toEqual([]);
    expect((await after.transcripts.read('group', 2)).turns[3]?.text).toBe(KEPT[1]?.text);
  });

  test('P2: an import that was undone and done again', async () => {
    const made = await study(33);
    const { vault, name, theirs } = made;
    await importFile(vault, 'first', 'talk.txt', theirs);
    await made.backup(vault);
    await vault.undo();
    await importFile(vault, 'again', 'talk.txt', theirs);
    await made.backup(vault);
    await purge(made, vault, personCalled(vault, name));
    expect(findInFiles(made.places, made.all)).toEqual([]);
  });

  test('P4: somebody who was removed from the list, with an interview that stayed and one that went', async () => {
    const made = await study(34);
    const { vault, name, theirs } = made;
    await importFile(vault, 'stayed', 'talk.txt', theirs);
    const participantId = personCalled(vault, name);
    await importFile(vault, 'went', 'other.txt', KEPT);
    const speakers = [{ label: 'Karim', role: 'participant', participantId }];
    await vault.edit('mapSpeakers', { sourceId: 'went', speakers });
    await vault.edit('removeSources', { sourceIds: ['went'] });
    await made.backup(vault);
    await vault.edit('removeParticipant', { participantId });
    await made.backup(vault);
    const people = pastPeople(vault.state, await readPast(nodeDisk, vault.files));
    expect(people.map(({ id }) => id)).toContain(participantId);
    const after = await purge(made, vault, participantId);
    expect(findInFiles(made.places, made.all)).toEqual([]);
    expect([...after.state.all('sources').keys()]).toEqual(['kept']);
    expect(pastPeople(after.state, await readPast(nodeDisk, after.files)).map(({ id }) => id)).not.toContain(participantId);
  });

  test('a voice that is somebody else’s by now is not taken', async () => {
    const made = await study(35);
    const { vault, name, theirs } = made;
    await importFile(vault, 'talk', 'talk.txt', theirs);
    const wrong = personCalled(vault, name);
    const right = String((await vault.edit('addParticipant', { name: 'Somebody else', pseudonym: 'P50' })).result['participantId']);
    await vault.edit('mapSpeakers', { sourceId: 'talk', speakers: [{ label: name, role: 'participant', participantId: right }] });
    const after = await purge(made, vault, wrong);
    expect(await after.turns('talk')).toMatchObject(theirs);
  });

  test('nobody of that id, now or ever', async () => {
    const { vault, use } = await study(36);
    await expect(planPurge(vault, 'nobody', nodeDisk, use.now())).rejects.toMatchObject({ code: 'not-found' });
  });

  test('an encrypted study likewise', async () => {
    const made = await study(37, PASSPHRASE);
    const { vault, name, theirs } = made;
    await importFile(vault, 'first', 'talk.txt', theirs);
    await vault.undo();
    await importFile(vault, 'gone', 'talk.txt', theirs);
    await store(vault, 'orphan', 'talk.txt', theirs);
    await vault.edit('removeSources', { sourceIds: ['gone'] });
    const participantId = personCalled(vault, name);
    await vault.edit('removeParticipant', { participantId });
    await made.backup(vault);
    const after = await purge(made, vault, participantId, PASSPHRASE);
    await after.close();
    expect(readdirSync(after.files.transcripts)).toEqual(['kept.1.json']);
    await removeEncryption(made.folder, PASSPHRASE, made.use);
    expect(findInFiles([made.folder], made.all)).toEqual([]);
  });
});

describe('an import that was killed', () => {
  const dead = async (vault: Vault): Promise<void> => {
    const lock = { ...thisProcess(), pid: 2 ** 22 + 1, processStart: 'long ago', nonce: 'dead', since: '' };
    await vault.close();
    writeFileSync(vault.files.lock, JSON.stringify(lock));
  };

  test('leaves texts that check names and the next opening for writing removes; what undo and history need stays', async () => {
    const made = await study(41);
    const { vault, theirs } = made;
    await importFile(vault, 'removed', 'removed.txt', KEPT);
    await vault.edit('removeSources', { sourceIds: ['removed'] });
    await importFile(vault, 'undone', 'undone.txt', KEPT);
    await vault.undo();
    await store(vault, 'orphan', 'talk.txt', theirs);
    writeFileSync(path.join(vault.files.transcripts, 'half.1.json.12.tmp'), made.word());
    const { notes } = await checkVault(nodeDisk, vault);
    expect(notes.join(' ')).toContain('1 transcript file was left by an import that was interrupted');
    expect(notes.join(' ')).toContain('2 transcript files belong to no interview of today');
    await dead(vault);
    const again = await openAgain(made.folder, made.use);
    expect(readdirSync(vault.files.transcripts).sort()).toEqual(['kept.1.json', 'removed.1.json', 'undone.1.json']);
    expect(findInFiles(made.places, made.all)).toEqual([]);
    await again.vault.redo();
    expect(await again.vault.turns('undone')).toMatchObject(KEPT);
    expect(await checkVault(nodeDisk, again.vault)).toMatchObject({ ok: true, problems: [] });
  });

  test('with something in quarantine its texts go there; with a history that does not hold they stay', async () => {
    const made = await study(42);
    const { vault, theirs } = made;
    await store(vault, 'orphan', 'talk.txt', theirs);
    await nodeDisk.mkdir(vault.files.quarantine, { recursive: true });
    await dead(vault);
    const again = await openAgain(made.folder, made.use);
    expect(readdirSync(path.join(vault.files.quarantine, 'transcripts'))).toEqual(['orphan.1.json']);
    rmSync(vault.files.quarantine, { recursive: true });
    await store(again.vault, 'second', 'talk.txt', theirs);
    await dead(again.vault);
    rmSync(vault.files.history, { recursive: true });
    await openAgain(made.folder, made.use);
    expect(readdirSync(vault.files.transcripts)).toContain('second.1.json');
  });

  test('P1: a purge removes what such an import left, in the second folder too', async () => {
    const made = await study(43);
    const { vault, name, theirs } = made;
    await store(vault, 'orphan', 'talk.txt', theirs);
    await made.backup(vault);
    await importFile(vault, 'talk', 'talk.txt', theirs);
    await purge(made, vault, personCalled(vault, name));
    expect(findInFiles(made.places, made.all)).toEqual([]);
  });
});
