// In a worker thread: reads and writes files, proposes themes and finds passages away from the core, one task after another.
import { parentPort } from 'node:worker_threads';

import { likenessTo } from '#shared/domain/assisted/likeness';
import { isUnsure, oddLetters } from '#shared/domain/transcript/odd-letters';
import { suggestThemes } from '#shared/domain/themes/suggest-themes';
import { toErrorReply } from '#shared/lib/app-error';

import { readCodebook } from '../exchange/read-codebook.ts';
import { readExchange } from '../exchange/read-exchange.ts';
import { csvText, workbookBytes } from '../exchange/write-tables.ts';
import { readRows } from '../intake/read-rows.ts';
import { readSourceFile } from '../intake/read-source-file.ts';
import { searchBatch } from './passage-batch.ts';
import type { WorkerMessage, WorkerTask, WorkerTaskResult } from './worker-messages.ts';

/** Rows of a table that are looked through for words with special letters. */
const ROWS_FOR_LETTERS = 5000;

const post = (message: WorkerMessage): void => parentPort?.postMessage(message);

async function perform(task: WorkerTask): Promise<WorkerTaskResult[WorkerTask['name']]> {
  if (task.name === 'read-transcript') {
    return readSourceFile(task.fileName, task.bytes, task.options);
  }
  if (task.name === 'read-project') return readExchange(task.fileName, task.bytes);
  if (task.name === 'read-rows') {
    const { sheets, warnings, encoding, workbook } = await readRows(task.fileName, task.bytes, task.encoding);
    const texts = sheets.flatMap(({ rows }) => rows.slice(0, ROWS_FOR_LETTERS).flat());
    const unsure = !workbook && (task.encoding !== undefined || isUnsure(encoding, texts));
    const oddWords = unsure ? oddLetters(texts) : [];
    return { sheets: sheets.filter(({ rows }) => rows.length > 0), warnings, encoding, unsure, oddWords };
  }
  if (task.name === 'read-codebook') return readCodebook(task.fileName, task.bytes, task.encoding);
  if (task.name === 'likeness') return likenessTo(task.snippets, task.others);
  if (task.name === 'find-passages') return searchBatch(task.batch);
  if (task.name === 'write-csv') return csvText(task.rows);
  if (task.name === 'write-workbook') return workbookBytes(task.sheets);
  return suggestThemes(task.snippets, {
    seed: task.seed,
    ...(task.themes === null ? {} : { themes: task.themes }),
    onProgress: (fraction: number) => post({ type: 'progress', fraction }),
  });
}

parentPort?.on('message', (task: WorkerTask) => {
  perform(task).then(
    (result) => post({ type: 'done', result }),
    (error: unknown) => post({ type: 'failed', error: toErrorReply(error) }),
  );
});
