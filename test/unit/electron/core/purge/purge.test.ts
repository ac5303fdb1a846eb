// P8: every field of one person holds a random word; after the deletion no byte on the disk does, in no form, and everybody else is whole.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { findBackup, listBackups, placeFolders, secondPlace } from '#core/backups/backup-place';
import { backUp, backUpElsewhere, type BackupServices } from '#core/backups/backup-vault';
import { restoreBackup } from '#core/backups/restore-backup';
import { DEFAULT_BOUNDS } from '#core/backups/retention';
import { verifyBackup } from '#core/backups/verify-backup';
import { startPurge } from '#core/purge/start-purge';
import { planPurge } from '#core/purge/plan-purge';
import { checkVault } from '#core/services/check';
import { removeEncryption } from '#core/services/encryption';
import { type Disk, nodeDisk } from '#core/vault/disk';
import type { Vault, VaultServices } from '#core/vault/vault';
import { canaries, findInFiles } from '#test/builders/canaries';
import { stoppingDisk } from '#test/builders/controlled-disk';
import { countedServices, openAgain, temporaryFolder, temporaryVault } from '#test/builders/temporary-vault';

const PASSPHRASE = 'a sentence that only I know';

const services = (vault: Vault, now: () => string): BackupServices => ({
  disk: nodeDisk,
  now,
  bounds: DEFAULT_BOUNDS,
  verify: (folder, files) => verifyBackup(nodeDisk, folder, files, vault.files.cipher),
});

/** Every so many file operations one is made to fail; PLUMBLINE_CAMPAIGN=1 takes nearly all of them. */
const STRIDE = process.env['PLUMBLINE_CAMPAIGN'] ? 2 : 53;

interface Told {
  speaker: string;
  text: string;
}

async function source(
  vault: Vault,
  id: string,
  title: string,
  fileName: string,
  turns: Told[],
  people: Record<string, string>,
  heading?: string,
) {
  const full = turns.map(({ speaker, text }) => ({ speaker, text, startMs: null, endMs: null }));
  const cues = turns.map(({ text }, index) => ({ id: null, startMs: index, endMs: index + 1, text }));
  const sha256 = await vault.transcripts.write(id, 1, { turns: full, cues, ...(heading ? { heading } : {}) });
  await vault.edit('importSources', {
    sources: [
      {
        id,
        kind: 'interview',
        title,
        heldOn: null,
        fileName,
        format: 'text',
        encoding: 'utf-8',
        participantId: null,
        speakers: [...new Set(turns.map(({ speaker }) => speaker))].map((label) => ({
          label,
          role: people[label] ? ('participant' as const) : ('interviewer' as const),
          participantId: people[label] ?? null,
        })),
        transcript: { revision: 1, sha256, turns: turns.length, words: 10, startMs: null, endMs: null },
      },
    ],
  });
}

const wholeTurn = (turn: number, text: string) => ({ startTurn: turn, startOffset: 0, endTurn: turn, endOffset: text.length });

/** A study with one person in whom every field is a random word, alone in one interview and among others in a second, and one who stays. */
async function study(seed: number, use: VaultServices = countedServices(), passphrase?: string) {
  const opened = await temporaryVault(use, passphrase);
  const { vault, folder } = opened;
  const second = temporaryFolder('plumbline-second-');
  const { word, all } = canaries(seed);
  const backups = services(vault, use.now);
  const keep = await vault.edit('addParticipant', { name: 'Karim Stays', pseudonym: 'P77' });
  const stays = String(keep.result['participantId']);
  const quiet = { speaker: 'Karim', text: 'Nobody could tell me what the price would be next year.' };
  await source(vault, 'kept', 'Kept talk', 'kept.txt', [{ speaker: 'Ann', text: 'And then?' }, quiet], { Karim: stays });
  await backUp(vault, 'by-hand', backups);
  await backUpElsewhere(vault, second, backups);
  const { participantId } = (
    await vault.edit('addParticipant', {
      name: `${word()} ${word()}`,
      pseudonym: word(),
      attributes: { [word()]: word() },
      relationship: word(),
    })
  ).result as { participantId: string };
  const label = word();
  const alone = [
    { speaker: 'Ann', text: `Tell me, ${word()}.` },
    { speaker: label, text: `It was ${word()} and ${word()}.` },
  ];
  await source(vault, 'alone', word(), `${word()}.txt`, alone, { [label]: participantId }, word());
  const among = [
    { speaker: 'Ann', text: 'Who wants to begin?' },
    { speaker: label, text: `I said ${word()} to them.` },
    { speaker: 'Karim', text: 'We waited eleven days for an answer.' },
    { speaker: label, text: word() },
  ];
  await source(vault, 'among', 'A conversation', 'group.txt', among, { [label]: participantId, Karim: stays }, word());
  const tag = String((await vault.edit('createTag', { name: 'Price' })).result['tagId']);
  const mark = async (sourceId: string, range: ReturnType<typeof wholeTurn>, note: string): Promise<string> =>
    String((await vault.edit('createSnippet', { sourceId, range, tagIds: [tag], note })).result['snippetId']);
  const theirs = [
    await mark('alone', wholeTurn(1, alone[1]?.text ?? ''), word()),
    await mark('among', wholeTurn(1, among[1]?.text ?? ''), word()),
    await mark('among', { startTurn: 2, startOffset: 3, endTurn: 3, endOffset: 5 }, ''),
  ];
  const others = [await mark('among', wholeTurn(2, among[2]?.text ?? ''), 'kept'), await mark('kept', wholeTurn(1, quiet.text), 'kept')];
  const theme = String((await vault.edit('createTheme', { name: 'Waiting', snippetIds: [...theirs, ...others] })).result['themeId']);
  const department = await vault.edit('addDepartment', { name: 'Sales', assumptions: [{ statement: 'They wait gladly' }] });
  const assumptionId = [...vault.state.all('assumptions').keys()][0] ?? '';
  expect(department.seq).toBeGreaterThan(0);
  for (const snippetId of theirs) await vault.edit('setEvidence', { assumptionId, snippetId, relation: 'contradicts', reason: word() });
  await vault.edit('setEvidence', { assumptionId, snippetId: others[0], relation: 'supports', reason: 'They said so' });
  await vault.edit('chooseQuotes', { themeId: theme, snippetIds: [...theirs, ...others] });
  await vault.edit('addMemo', { title: word(), text: word(), about: { collection: 'sources', id: 'alone' } });
  await vault.checkpoint();
  await backUp(vault, 'hourly', backups);
  await backUpElsewhere(vault, second, backups);
  // Things that were and are no more: they live on in the history only.
  await vault.edit('updateParticipant', { participantId, name: word() });
  await vault.edit('removeSnippets', { snippetIds: [theirs[0] ?? ''] });
  await vault.undo();
  await vault.edit('updateSource', { sourceId: 'alone', title: word() });
  mkdirSync(path.join(vault.files.quarantine, 'before'), { recursive: true });
  writeFileSync(path.join(vault.files.quarantine, 'torn-tail.bin'), `{"entry":"${all[0]}`);
  writeFileSync(path.join(folder, 'vault.json.123-abc.tmp'), `half ${all[1]}`);
  await backUp(vault, 'by-hand', backups);
  await backUpElsewhere(vault, second, backups);
  return { ...opened, use, second, all, participantId, stays, theirs, others, backups };
}

async function purge(made: Awaited<ReturnType<typeof study>>, options: { disk?: Disk; replaceMentions?: boolean; secret?: string } = {}) {
  const { vault, folder, participantId, use } = made;
  await startPurge(vault, await planPurge(vault, participantId, nodeDisk, use.now()), nodeDisk, options.replaceMentions ?? false);
  await vault.close();
  return openAgain(folder, { ...use, ...(options.disk ? { disk: options.disk } : {}) }, { secret: options.secret });
}

describe('P8: deleting a person for good', () => {
  test.each([1, 2, 3])('no byte of them stays, seed %i; the others are whole', async (seed) => {
    const made = await study(seed);
    const places = [made.folder, made.second];
    expect(findInFiles(places, made.all).length).toBeGreaterThan(made.all.length);
    const { vault, notices } = await purge(made);
    expect(notices.join(' ')).toContain('One participant was deleted');
    expect(findInFiles(places, made.all)).toEqual([]);
    expect([...vault.state.all('sources').keys()].sort()).toEqual(['among', 'kept']);
    expect([...vault.state.all('participants').keys()]).toEqual([made.stays]);
    expect([...vault.state.all('snippets').keys()].sort()).toEqual(made.others.toSorted());
    expect(vault.state.all('evidenceLinks').size).toBe(1);
    expect((await vault.turns('among'))[2]?.text).toBe('We waited eleven days for an answer.');
    expect(vault.state.require('sources', 'among').speakers.map(({ label }) => label)).toEqual(['Ann', 'Karim', '[deleted]']);
    expect(await checkVault(nodeDisk, vault)).toMatchObject({ ok: true, problems: [] });
    expect(existsSync(vault.files.purge)).toBe(false);
    // Work goes on, over a restart, and so do backups that hold.
    await vault.edit('createTag', { name: 'After' });
    await backUp(vault, 'by-hand', services(vault, made.use.now));
    for (const place of [placeFolders(made.folder), secondPlace(made.second, vault.id, made.folder)]) {
      for (const { folder, manifest } of await listBackups(nodeDisk, place)) await verifyBackup(nodeDisk, folder, manifest?.files ?? []);
    }
  });

  test('steps that hold them can no longer be taken back, others can', async () => {
    const made = await study(4);
    await made.vault.edit('createTag', { name: 'Last' });
    const { vault } = await purge(made);
    expect(vault.undoLabel).toBe('Create tag Last');
    await vault.undo();
    expect(vault.undoLabel).not.toMatch(/Canary/);
    expect([...vault.state.all('tags').values()].map(({ name }) => name)).toEqual(['Price']);
  });

  test('every backup of either place restores without them', async () => {
    const made = await study(5);
    const { vault } = await purge(made);
    for (const place of [placeFolders(made.folder), secondPlace(made.second, vault.id, made.folder)]) {
      const entries = await listBackups(nodeDisk, place);
      expect(entries.length).toBe(3);
      for (const entry of entries) {
        const to = path.join(temporaryFolder(), 'restored.plumb');
        await restoreBackup(nodeDisk, place, entry, vault.files, to);
        const restored = await openAgain(to);
        expect(restored.vault.state.get('participants', made.participantId)).toBeUndefined();
        expect(await checkVault(nodeDisk, restored.vault)).toMatchObject({ ok: true, problems: [] });
        await restored.vault.close();
        expect(findInFiles([to], made.all)).toEqual([]);
      }
    }
  });

  test('a second folder that was out of reach: said, cleaned when it is back; a restore from it before that deletes the person again', async () => {
    const made = await study(6);
    const away = temporaryFolder('plumbline-away-');
    const root = secondPlace(made.second, made.vault.id, made.folder).root;
    const hidden = path.join(away, path.basename(root));
    cpSync(root, hidden, { recursive: true });
    rmSync(root, { recursive: true });
    const { vault, notices } = await purge(made);
    expect(notices.join(' ')).toContain('could not be reached');
    const to = path.join(temporaryFolder(), 'restored.plumb');
    const entry = findBackup(await listBackups(nodeDisk, placeFolders(hidden)), 'latest');
    if (!entry) throw new Error('no backup');
    await restoreBackup(nodeDisk, placeFolders(hidden), entry, vault.files, to);
    const restored = await openAgain(to);
    await restored.vault.close();
    expect(findInFiles([to], made.all)).toEqual([]);
    renameSync(hidden, root);
    expect(findInFiles([made.second], made.all)).not.toEqual([]);
    await backUpElsewhere(vault, made.second, services(vault, made.use.now));
    expect(findInFiles([made.folder, made.second], made.all)).toEqual([]);
  });

  test('texts that name them are listed, and replaced when asked', async () => {
    const made = await study(7);
    const { vault, participantId } = made;
    const person = vault.state.require('participants', participantId);
    const kept = await vault.edit('addMemo', { title: 'About the waiting', text: `${person.name} put it best, says ${person.pseudonym}.` });
    await vault.edit('updateReadout', { answer: `As ${person.name} told us.` });
    const quote = vault.state.require('snippets', made.theirs[0] ?? '').quote;
    await vault.edit('setSnippetNote', { snippetId: made.others[0] ?? '', note: `Compare: “${quote}”` });
    const { plan } = await planPurge(vault, participantId, nodeDisk, made.use.now());
    expect(plan.mentions).toEqual(
      expect.arrayContaining([
        { collection: 'memos', id: kept.result['memoId'], field: 'text', kind: 'name' },
        { collection: 'readout', id: 'readout', field: 'answer', kind: 'name' },
        { collection: 'snippets', id: made.others[0], field: 'note', kind: 'words' },
      ]),
    );
    expect(plan).toMatchObject({ snippets: 3, evidenceLinks: 3, readoutQuotes: 3, memos: 1, sharedSources: [{ id: 'among', turns: 2 }] });
    await vault.edit('setSnippetNote', { snippetId: made.others[0] ?? '', note: '' });
    const done = await purge(made, { replaceMentions: true });
    expect(done.vault.state.require('memos', String(kept.result['memoId'])).text).toBe('[deleted] put it best, says [deleted].');
    expect(done.vault.state.require('readout', 'readout').answer).toBe('As [deleted] told us.');
    // The words that were copied into a note were never a name: taking them out was up to the person, who did, but the history keeps them.
    const words = made.all.filter((word) => !quote.includes(word));
    await done.vault.close();
    expect(findInFiles([made.folder, made.second], words)).toEqual([]);
  });

  test('an encrypted study likewise, with its key', async () => {
    const made = await study(8, countedServices(), PASSPHRASE);
    const { vault } = await purge(made, { secret: PASSPHRASE });
    expect(await checkVault(nodeDisk, vault)).toMatchObject({ ok: true, problems: [] });
    const backups = await listBackups(nodeDisk, placeFolders(made.folder));
    expect(backups).toHaveLength(3);
    for (const { folder, manifest } of backups) await verifyBackup(nodeDisk, folder, manifest?.files ?? [], vault.files.cipher);
    await vault.close();
    await removeEncryption(made.folder, PASSPHRASE, made.use);
    expect(findInFiles([made.folder], made.all)).toEqual([]);
  });

  test('steps of thousands of records and edits of the same moment are rewritten whole', async () => {
    const made = await study(9);
    const { vault } = made;
    const rows = Array.from({ length: 700 }, (_, index) => ({ sourceId: index % 2 ? 'alone' : 'kept', quote: '', tags: [`tag ${index}`] }));
    const quotes = { alone: made.vault.state.require('snippets', made.theirs[0] ?? '').quote, kept: 'Nobody could tell me' };
    const given = rows.map((row) => ({ ...row, quote: quotes[row.sourceId as keyof typeof quotes] }));
    const before = vault.seq;
    await vault.edit('importQuotes', { rows: given });
    expect(vault.seq).toBeGreaterThan(before + 1);
    await vault.undo();
    await vault.redo();
    await Promise.all(['One', 'Two', 'Three'].map((name) => vault.edit('createTag', { name })));
    const done = await purge(made);
    expect(findInFiles([made.folder, made.second], made.all)).toEqual([]);
    expect(await checkVault(nodeDisk, done.vault)).toMatchObject({ ok: true, problems: [] });
    expect(done.vault.seq).toBe(vault.seq);
    expect([...done.vault.state.all('tags').values()].map(({ name }) => name)).toEqual(expect.arrayContaining(['One', 'tag 1', 'tag 698']));
    expect([...done.vault.state.all('snippets').values()].filter(({ sourceId }) => sourceId === 'alone')).toEqual([]);
    for (const name of ['Three', 'Two', 'One']) {
      expect(done.vault.undoLabel).toBe(`Create tag ${name}`);
      await done.vault.undo();
    }
  });

  test('stopped at any file operation, the next opening finishes it', async () => {
    for (let fail = 1; ; fail += STRIDE) {
      const made = await study(100 + fail);
      const { disk, stopped } = stoppingDisk(fail);
      const purged = await purge(made, { disk }).catch(() => null);
      await purged?.vault.close().catch(() => undefined);
      rmSync(path.join(made.folder, '.lock'), { force: true });
      const { vault } = await openAgain(made.folder);
      expect(findInFiles([made.folder, made.second], made.all), `stopped at operation ${fail}`).toEqual([]);
      expect(await checkVault(nodeDisk, vault)).toMatchObject({ ok: true, problems: [] });
      await vault.close();
      if (!stopped()) break;
    }
  }, 300_000);
});
