// Importing many files: stopped at any moment it leaves no trace, and finished it is one step that one undo takes back.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { ImportService } from '#core/services/import-service';
import { Background } from '#core/services/background';
import { countedServices, temporaryVault } from '#test/builders/temporary-vault';

const FILES = 40;
const workerUrl = new URL('../../../../../electron/core/services/worker.ts', import.meta.url);

async function readyToImport() {
  const study = await temporaryVault();
  await study.vault.edit('createTag', { name: 'Before' });
  const background = new Background(workerUrl);
  const imports = new ImportService(background, countedServices().newId);
  const files = [];
  for (let index = 0; index < FILES; index += 1) {
    const text = `P${index}: I always start with the export, number ${index}.\n\nInterviewer: And then?\n\nP${index}: Then I wait.`;
    const preview = await imports.inspect(`talk-${index}.txt`, Buffer.from(text), {}, study.vault.state);
    files.push({
      importId: preview.importId,
      title: preview.title,
      kind: 'interview' as const,
      heldOn: null,
      participantId: null,
      speakers: preview.speakers.map(({ label, role }) => ({ label, role, participantId: null, newParticipantName: label })),
    });
  }
  return { ...study, imports, files };
}

/** Everything of the study that lies on the disk, but the lock. */
function bytesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== '.lock');
  return Object.fromEntries(
    names.map((entry) => [path.join(entry.parentPath, entry.name), readFileSync(path.join(entry.parentPath, entry.name), 'latin1')]),
  );
}

describe('import of many files', () => {
  test('stopped half-way it leaves every byte as it was, says why files failed, and can be done again', async () => {
    const { vault, folder, imports, files } = await readyToImport();
    const before = { bytes: bytesOf(folder), records: vault.state.toRecords(), undo: vault.undoLabel };
    for (const stopAt of [0, 1, FILES / 2, FILES - 1]) {
      const controller = new AbortController();
      const report = (done: number): void => void (done === stopAt && controller.abort());
      const lost = { ...files[0], importId: 'not-kept', title: 'Lost' } as (typeof files)[number];
      const done = await imports.commit(vault, [lost, ...files], { signal: controller.signal, report });
      expect(done.cancelled).toBe(true);
      expect(done.files.map(({ ok, sourceId }) => ok || sourceId !== null)).not.toContain(true);
      expect(done.files[0]?.error).toContain('“Lost” has to be read again');
      expect(done.files.at(-1)?.error).toContain('stopped');
      expect(bytesOf(folder)).toEqual(before.bytes);
      expect(vault.state.toRecords()).toEqual(before.records);
      expect(vault.undoLabel).toBe(before.undo);
    }
    const again = await imports.commit(vault, files, { signal: new AbortController().signal, report: () => undefined });
    expect(again).toMatchObject({ cancelled: false });
    expect(again.files.every(({ ok }) => ok)).toBe(true);
  });

  test('finished it is one step: one undo takes all of it back', async () => {
    const { vault, imports, files } = await readyToImport();
    const before = vault.state.toRecords();
    const told: number[] = [];
    await imports.commit(vault, files, { signal: new AbortController().signal, report: (done) => void told.push(done) });
    expect(told.length).toBeGreaterThan(FILES);
    expect(vault.state.all('sources').size).toBe(FILES);
    await vault.undo();
    expect(vault.state.toRecords()).toEqual(before);
    expect(vault.undoLabel).toBe('Create tag Before');
  });
});
