// Names that are replaced for good: after it no byte on the disk holds them, in no form, and every step, text, snippet and backup still fits together.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { listBackups, placeFolders, secondPlace } from '#core/backups/backup-place';
import { backUp, backUpElsewhere, type BackupServices } from '#core/backups/backup-vault';
import { restoreBackup } from '#core/backups/restore-backup';
import { DEFAULT_BOUNDS } from '#core/backups/retention';
import { verifyBackup } from '#core/backups/verify-backup';
import { startNamePurge } from '#core/purge/start-name-purge';
import { checkVault } from '#core/services/check';
import { removeEncryption } from '#core/services/encryption';
import { replaceNamesInStudy } from '#core/services/replace-names';
import { type Disk, nodeDisk } from '#core/vault/disk';
import type { Vault, VaultServices } from '#core/vault/vault';
import type { Turn } from '#shared/model/transcript';
import { canaries, findInFiles } from '#test/builders/canaries';
import { stoppingDisk } from '#test/builders/controlled-disk';
import { countedServices, openAgain, temporaryFolder, temporaryVault } from '#test/builders/temporary-vault';

const PASSPHRASE = 'a sentence that only I know';

/** Every so many file operations one is made to fail; PLUMBLINE_CAMPAIGN=1 takes nearly all of them. */
const STRIDE = process.env['PLUMBLINE_CAMPAIGN'] ? 2 : 41;

const services = (vault: Vault, now: () => string): BackupServices => ({
  disk: nodeDisk,
  now,
  bounds: DEFAULT_BOUNDS,
  verify: (folder, files) => verifyBackup(nodeDisk, folder, files, vault.files.cipher),
});

const told = (speaker: string, text: string): Turn => ({ speaker, text, startMs: null, endMs: null });

async function addTalk(vault: Vault, id: string, title: string, turns: Turn[], participantId: string | null, heading: string) {
  const cues = turns.map(({ text }, index) => ({ id: null, startMs: index, endMs: index + 1, text }));
  const sha256 = await vault.transcripts.write(id, 1, { turns, cues, heading });
  const labels = [...new Set(turns.map(({ speaker }) => speaker ?? ''))];
  await vault.edit('importSources', {
    sources: [
      {
        id,
        kind: 'interview',
        title,
        heldOn: null,
        fileName: `${title}.txt`,
        format: 'text',
        encoding: 'utf-8',
        participantId: null,
        speakers: labels.map((label) => ({ label, role: label === 'Ann' ? 'interviewer' : 'participant', participantId })),
        transcript: { revision: 1, sha256, turns: turns.length, words: 10, startMs: null, endMs: null },
      },
    ],
  });
}

/** A study that names one person and one company wherever something can be named, with steps, backups and leftovers that do too. */
async function study(seed: number, use: VaultServices = countedServices(), passphrase?: string) {
  const opened = await temporaryVault(use, passphrase);
  const { vault, folder } = opened;
  const second = temporaryFolder('plumbline-second-');
  const { word, all } = canaries(seed);
  const [person, company] = [word(), word()];
  const backups = services(vault, use.now);
  const choices = [
    { text: person, replacement: 'P07' },
    { text: company, replacement: '[company 1]' },
  ];
  const { participantId } = (
    await vault.edit('addParticipant', { name: person, pseudonym: 'P07', attributes: { [company]: `works at ${company}` } })
  ).result as { participantId: string };
  const turns = [
    told('Ann', `So, ${person}, how was it at ${company}?`),
    told(person, `${company} never answered. Nobody at ${company} did.`),
  ];
  await addTalk(vault, 'talk', `Talk with ${person}`, turns, participantId, `${person}, in May`);
  await addTalk(vault, 'gone', `Also with ${person}`, [told(person, `I left ${company}.`)], participantId, '');
  await addTalk(vault, 'clean', 'A clean talk', [told('Ann', 'And you?'), told('Karim', 'We waited eleven days.')], null, '');
  const tag = String((await vault.edit('createTag', { name: `Angry at ${company}` })).result['tagId']);
  // Begins inside of the first name and ends inside of the second.
  const cut = { startTurn: 0, startOffset: 6, endTurn: 1, endOffset: company.length + 40 };
  const snippetId = String(
    (await vault.edit('createSnippet', { sourceId: 'talk', range: cut, tagIds: [tag], note: `${person} again` })).result['snippetId'],
  );
  const behind = { startTurn: 1, startOffset: company.length + 1, endTurn: 1, endOffset: company.length + 15 };
  const quiet = String((await vault.edit('createSnippet', { sourceId: 'talk', range: behind, tagIds: [tag] })).result['snippetId']);
  const kept = { startTurn: 1, startOffset: 0, endTurn: 1, endOffset: 9 };
  await vault.edit('createSnippet', { sourceId: 'clean', range: kept, tagIds: [tag] });
  const asked = (await vault.edit('addQuestions', { questions: [{ text: `How is ${company}?` }] })).result as { questionIds: string[] };
  await vault.edit('recordAskings', { askings: [{ questionId: asked.questionIds[0] ?? '', sourceId: 'talk', asked: true, turn: 0 }] });
  await vault.edit('addMemo', { title: `On ${person}`, text: `${company} and ${person}.` });
  await vault.checkpoint();
  await backUp(vault, 'hourly', backups);
  await backUpElsewhere(vault, second, backups);
  await vault.edit('removeSources', { sourceIds: ['gone'] });
  await vault.edit('setSnippetNote', { snippetId, note: `${company}!` });
  mkdirSync(path.join(vault.files.quarantine, 'before'), { recursive: true });
  writeFileSync(path.join(vault.files.quarantine, 'torn-tail.bin'), `{"entry":"${person}`);
  writeFileSync(path.join(folder, 'vault.json.123-abc.tmp'), `half ${company}`);
  await replaceNamesInStudy(vault, choices);
  await backUp(vault, 'by-hand', backups);
  await backUpElsewhere(vault, second, backups);
  await vault.edit('createTag', { name: 'Last' });
  return { ...opened, use, second, all, choices, quiet, backups };
}

async function purge(made: Awaited<ReturnType<typeof study>>, disk: Disk = nodeDisk, secret?: string) {
  const { vault, folder, choices, use } = made;
  await startNamePurge(vault, choices, use);
  await vault.close();
  return openAgain(folder, { ...use, disk }, { secret });
}

const SOUND = { ok: true, problems: [] };

describe('names that are replaced for good', () => {
  test('no byte of them stays, and the study is whole', async () => {
    const made = await study(1);
    const places = [made.folder, made.second];
    expect(findInFiles(places, made.all).length).toBeGreaterThan(8);
    const { vault, notices } = await purge(made);
    expect(notices.join(' ')).toContain('gone from the study, its history, its old texts and its backups');
    expect(findInFiles(places, made.all)).toEqual([]);
    expect(await checkVault(nodeDisk, vault)).toMatchObject(SOUND);
    expect((await vault.turns('talk')).map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Ann', 'So, P07, how was it at [company 1]?'],
      ['P07', '[company 1] never answered. Nobody at [company 1] did.'],
    ]);
    expect(vault.state.require('snippets', made.quiet).quote).toBe('never answered');
    expect([...vault.state.all('participants').values()].map(({ name, pseudonym }) => [name, pseudonym])).toEqual([['P07', 'P07']]);
    // Asked in the text before the names were replaced, which has a new number like all others.
    const [asking] = [...vault.state.all('askings').values()];
    const { turns } = await vault.transcripts.read('talk', asking?.place?.revision ?? 0);
    expect(turns[asking?.place?.turn ?? -1]?.text).toBe('So, P07, how was it at [company 1]?');
    expect(existsSync(path.join(made.folder, 'purge'))).toBe(false);
    expect(existsSync(vault.files.purge)).toBe(false);
    await vault.edit('createTag', { name: 'After' });
    await backUp(vault, 'by-hand', services(vault, made.use.now));
    await backUpElsewhere(vault, made.second, services(vault, made.use.now));
    expect(findInFiles(places, made.all)).toEqual([]);
  });

  test('every step can be taken back and done again, each state without the names and sound', async () => {
    const made = await study(2);
    const { vault } = await purge(made);
    let steps = 0;
    for (; vault.undoLabel !== null; steps += 1) {
      expect(vault.undoLabel).not.toMatch(/Canary/);
      await vault.undo();
      expect(JSON.stringify(vault.state.toRecords())).not.toMatch(/Canary/);
      expect(await checkVault(nodeDisk, vault)).toMatchObject(SOUND);
    }
    expect(steps).toBe(made.vault.seq);
    while (vault.redoLabel !== null) await vault.redo();
    expect(await checkVault(nodeDisk, vault)).toMatchObject(SOUND);
    expect([...vault.state.all('tags').values()].map(({ name }) => name)).toContain('Last');
  });

  test('every backup of either place restores without them', async () => {
    const made = await study(3);
    const { vault } = await purge(made);
    for (const place of [placeFolders(made.folder), secondPlace(made.second, vault.id, made.folder)]) {
      const entries = await listBackups(nodeDisk, place);
      expect(entries.length).toBe(2);
      for (const entry of entries) {
        await verifyBackup(nodeDisk, entry.folder, entry.manifest?.files ?? []);
        const to = path.join(temporaryFolder(), 'restored.plumb');
        await restoreBackup(nodeDisk, place, entry, vault.files, to);
        const restored = await openAgain(to);
        expect(await checkVault(nodeDisk, restored.vault)).toMatchObject(SOUND);
        expect(restored.vault.state.all('snippets').size).toBe(3);
        await restored.vault.close();
        expect(findInFiles([to], made.all)).toEqual([]);
      }
    }
  });

  test('a second folder that was out of reach: said, not restored from, and cleaned when it is back', async () => {
    const made = await study(4);
    const { root } = secondPlace(made.second, made.vault.id, made.folder);
    const hidden = `${root}-away`;
    await nodeDisk.rename(root, hidden);
    const { vault, notices } = await purge(made);
    expect(notices.join(' ')).toContain('could not be reached');
    await nodeDisk.rename(hidden, root);
    const place = placeFolders(root);
    const [entry] = await listBackups(nodeDisk, place);
    if (!entry) throw new Error('no backup');
    const to = path.join(temporaryFolder(), 'restored.plumb');
    await expect(restoreBackup(nodeDisk, place, entry, vault.files, to)).rejects.toMatchObject({ code: 'conflict' });
    expect(existsSync(to)).toBe(false);
    await backUpElsewhere(vault, made.second, services(vault, made.use.now));
    expect(findInFiles([made.folder, made.second], made.all)).toEqual([]);
    expect(await listBackups(nodeDisk, place)).toHaveLength(1);
  });

  test('names that were replaced before, without the steps, are cleaned later by the same choices', async () => {
    const made = await study(5);
    await made.vault.close();
    const { vault } = await openAgain(made.folder, made.use);
    const { vault: cleaned } = await purge({ ...made, vault });
    expect(findInFiles([made.folder, made.second], made.all)).toEqual([]);
    // And once more: nothing is there to be done, and nothing breaks.
    const again = await purge({ ...made, vault: cleaned });
    expect(await checkVault(nodeDisk, again.vault)).toMatchObject(SOUND);
  });

  test('an encrypted study likewise, with its key', async () => {
    const made = await study(6, countedServices(), PASSPHRASE);
    const { vault } = await purge(made, nodeDisk, PASSPHRASE);
    expect(await checkVault(nodeDisk, vault)).toMatchObject(SOUND);
    const backups = await listBackups(nodeDisk, placeFolders(made.folder));
    expect(backups).toHaveLength(2);
    for (const { folder, manifest } of backups) await verifyBackup(nodeDisk, folder, manifest?.files ?? [], vault.files.cipher);
    await vault.close();
    await removeEncryption(made.folder, PASSPHRASE, made.use);
    expect(findInFiles([made.folder], made.all)).toEqual([]);
  });

  test('stopped at any file operation, the next opening finishes it', async () => {
    for (let fail = 1; ; fail += STRIDE) {
      const made = await study(100 + fail);
      const { disk, stopped } = stoppingDisk(fail);
      const purged = await purge(made, disk).catch(() => null);
      await purged?.vault.close().catch(() => undefined);
      rmSync(path.join(made.folder, '.lock'), { force: true });
      const { vault } = await openAgain(made.folder);
      expect(findInFiles([made.folder, made.second], made.all), `stopped at operation ${fail}`).toEqual([]);
      expect(await checkVault(nodeDisk, vault)).toMatchObject(SOUND);
      // The one that was being written is given up.
      expect((await listBackups(nodeDisk, placeFolders(made.folder))).length).toBeGreaterThanOrEqual(1);
      await vault.close();
      if (!stopped()) break;
    }
  }, 300_000);
});
