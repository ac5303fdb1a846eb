// Importing a file that is in the study already is said on the command line, as the window says it, and is not refused.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { plumbline } from '../../../builders/plumbline-cli.ts';
import { temporaryFolder } from '../../../builders/temporary-vault.ts';

const SAME_NAME = expect.stringContaining('A file of this name is in the study already');

test('the same file name a second time is a warning, also within one import', async () => {
  const folder = temporaryFolder();
  const vault = path.join(folder, 'study.plumb');
  const write = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  await plumbline(['create', vault]);
  const talk = write('ana.txt', 'Interviewer: How was it?\nAna: Nobody knew the price.\nInterviewer: And then?\nAna: I made one up.\n');
  expect((await plumbline(['import', vault, talk, '--json'])).lines[0]).toMatchObject({ ok: true, warnings: [] });
  expect((await plumbline(['import', vault, talk, '--json'])).lines[0]).toMatchObject({ ok: true, warnings: [SAME_NAME] });
  const other = write('ben.txt', 'Interviewer: How was it?\nBen: Quick.\nInterviewer: And then?\nBen: Nothing.\n');
  expect((await plumbline(['import', vault, other, other, '--json'])).lines).toMatchObject([{ warnings: [] }, { warnings: [SAME_NAME] }]);
});
