// Importing interview files by the way the window takes: read in the worker, previewed, stored, recorded as one step.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { createCore } from '#core/core';
import { proposedMapping } from '#core/services/import-service';
import { nodeDisk, writeFileDurably } from '#core/vault/disk';

import { type Bench, type Operation, OWN } from '../harness/bench.ts';
import { STUDY_SIZES } from '../study-generator.ts';
import { madeUpInterview } from '../study-interviews.ts';

/** Files of one import: as many as the study has interviews, 500 at most. */
const MOST_FILES = 500;
const LEAST = { S: 4, M: 2, L: 1, XL: 1 } as const;

export const importFiles: Operation = {
  about: 'import interview files, one step',
  async run(bench: Bench) {
    const files = await writeTexts(bench);
    const core = await createCore({
      userDataFolder: path.join(bench.folder, 'data'),
      resourcesFolder: path.resolve(import.meta.dirname, '../../../resources'),
      host: 'test',
      version: '0.0.0-bench',
      by: 'researcher',
      workerUrl: new URL('../../../electron/core/services/worker.ts', import.meta.url),
    });
    await core.handlers['vault.open']({ folder: await bench.copy(), acceptDamage: false });
    const importAll = async (): Promise<void> => {
      const previews = [];
      for (const file of files) {
        const base64 = (await readFile(file)).toString('base64');
        previews.push(await core.handlers['import.inspect']({ fileName: path.basename(file), base64 }));
      }
      const chosen = previews.map(({ importId, title, speakers }) => ({
        importId,
        title,
        kind: 'interview' as const,
        heldOn: null,
        speakers: speakers.length > 0 ? withDefaults(proposedMapping(speakers)) : [],
        participantId: null,
      }));
      const done = await core.handlers['import.commit']({ jobId: 'bench', files: chosen });
      if (done.files.some((file) => !file.ok)) throw new Error('A file of the bench was not imported.');
    };
    await bench.rounds({ least: LEAST[bench.size], most: 6, budgetMs: 5000 }, async (index) => {
      await bench.countBytes(OWN, 1, () => bench.time(OWN, () => bench.watch(importAll)));
      if (index === 0) bench.markPeak();
      await bench.time('copy', () => copyDurably(files, path.join(bench.folder, 'copied.txt')));
    });
    bench.note('files', files.length);
    await core.close();
  },
};

/** Interviews that are not in the study yet, as labelled text. */
async function writeTexts(bench: Bench): Promise<string[]> {
  const { interviews, words } = STUDY_SIZES[bench.size];
  const files: string[] = [];
  for (let index = 0; index < Math.min(interviews, MOST_FILES); index += 1) {
    const code = `N${String(index + 1).padStart(4, '0')}`;
    const { turns } = madeUpInterview(2, index, words, code);
    const file = path.join(bench.folder, `${code}.txt`);
    await writeFile(file, turns.map(({ speaker, text }) => `${speaker}: ${text}\n\n`).join(''));
    files.push(file);
  }
  return files;
}

/** The least an import does: each file read, and its bytes written durably under another name. */
async function copyDurably(files: readonly string[], target: string): Promise<void> {
  for (const file of files) await writeFileDurably(nodeDisk, target, await readFile(file));
}

function withDefaults(mapping: ReturnType<typeof proposedMapping>) {
  return mapping.map((speaker) => ({ ...speaker, participantId: speaker.participantId ?? null }));
}
