// `replace-names --purge` on the command line: the names are in no file of the study afterwards, and without it they are.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { findInFiles } from '../../../builders/canaries.ts';
import { plumbline } from '../../../builders/plumbline-cli.ts';
import { temporaryFolder } from '../../../builders/temporary-vault.ts';

test('names stay in the history unless they are purged, and then are nowhere', async () => {
  const folder = temporaryFolder();
  const vault = path.join(folder, 'study.plumb');
  const [talk, choices] = ['talk.txt', 'choices.json'].map((name) => path.join(folder, name)) as [string, string];
  writeFileSync(talk, 'Ann: How was it, Zebedee?\n\nZebedee: Nobody at Quibbleton answered.\n');
  const names = [
    { text: 'Zebedee', replacement: 'P01' },
    { text: 'Quibbleton', replacement: '[company 1]' },
  ];
  writeFileSync(choices, JSON.stringify(names));
  await plumbline(['create', vault, '--name', 'Study']);
  expect((await plumbline(['import', vault, talk])).code).toBe(0);
  await plumbline(['backup', vault]);
  const kept = await plumbline(['replace-names', vault, '--choices', choices, '--json']);
  expect(kept.lines[0]).toMatchObject({ ok: true, names: 2, sources: 1, purged: false });
  expect(kept.stderr).toContain('--purge takes them out for good');
  const words = names.map(({ text }) => text);
  expect(findInFiles([vault], words).length).toBeGreaterThan(2);
  const purged = await plumbline(['replace-names', vault, '--choices', choices, '--purge', '--json']);
  expect(purged.lines[0]).toMatchObject({ ok: true, purged: true });
  expect(purged.stderr).toContain('gone from the study, its history, its old texts and its backups');
  expect(findInFiles([vault], words)).toEqual([]);
  expect((await plumbline(['check', vault])).code).toBe(0);
});

test('names of an earlier replacement go for good by the key list that was kept', async () => {
  const folder = temporaryFolder();
  const vault = path.join(folder, 'study.plumb');
  const [talk, choices, list, secret] = ['talk.txt', 'choices.json', 'who.json', 'secret.txt'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  writeFileSync(talk, 'Ann: How was it, Zebedee?\n\nZebedee: Nobody answered.\n');
  writeFileSync(choices, JSON.stringify([{ text: 'Zebedee', replacement: 'P01' }]));
  writeFileSync(secret, 'a long passphrase\n');
  await plumbline(['create', vault, '--name', 'Study']);
  await plumbline(['import', vault, talk]);
  await plumbline(['replace-names', vault, '--choices', choices, '--key-list', list, '--new-passphrase-file', secret]);
  expect(findInFiles([vault], ['Zebedee'])).not.toEqual([]);
  const run = await plumbline(['replace-names', vault, '--from-key-list', list, '--key-passphrase-file', secret, '--purge', '--json']);
  expect(run.lines[0]).toMatchObject({ ok: true, names: 1, sources: 0, purged: true });
  expect(findInFiles([vault], ['Zebedee'])).toEqual([]);
  expect((await plumbline(['check', vault])).code).toBe(0);
});
