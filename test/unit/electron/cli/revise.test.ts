// `revise`: a better version of a transcript through the real command line; says what became of the snippets, and undoing is one step.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { plumbline } from '#test/builders/plumbline-cli';
import { temporaryFolder } from '#test/builders/temporary-vault';

test('counts kept, moved, changed and unsure snippets, and only reports when asked', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const [vault, first, better, quotes] = ['study.plumb', 'talk.txt', 'better.txt', 'quotes.csv'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  writeFileSync(
    first,
    'Ann: How do you plan?\nBea: I write a lst on Sunday.\nAnn: Why?\nBea: Nobody tells me when a meeting moves.\nAnn: Bye.\n',
  );
  writeFileSync(better, 'Ann: Hello Bea.\nAnn: How do you plan?\nBea: I write a list on Sunday.\nAnn: Why?\nAnn: Bye.\n');
  writeFileSync(quotes, 'quote,source\nHow do you plan?,talk\nI write a lst on Sunday,talk\nNobody tells me when a meeting moves,talk\n');
  await plumbline(['create', vault, '--name', 'Talks']);
  await plumbline(['import', vault, first]);
  await plumbline(['quotes', vault, quotes]);
  const report = (await plumbline(['revise', vault, 'talk', better, '--report', '--json'])).lines[0];
  expect(report).toMatchObject({ revised: false, kept: 0, moved: 1, changed: 1, unsure: 1, revision: 1 });
  expect((await plumbline(['revise', vault, 'TALK', better, '--json'])).lines[0]).toMatchObject({
    revised: true,
    moved: 1,
    changed: 1,
    unsure: 1,
    revision: 2,
  });
  expect((await plumbline(['revise', vault, 'talk', better])).stdout).toContain('nothing was changed');
  expect((await plumbline(['check', vault])).code).toBe(0);
  const lost = await plumbline(['revise', vault, 'nobody', better]);
  expect(lost.code).not.toBe(0);
  expect(lost.stderr).toContain('no source called “nobody”');
});
