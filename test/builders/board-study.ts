// A small study for tests of the board: quotes of four people, two clusters, three loose cards, the rest unsorted. Made by the real command line.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

type Cli = (
  args: readonly string[],
  input?: string,
) => Promise<{ code: number | null; stderr: string; objects: Record<string, unknown>[] }>;

/** Quotes by a name that tests use; each is found on screen by its own words. */
export const BOARD_QUOTES = {
  range: { who: 'Ana', words: 'Finance does not approve a range.' },
  figure: { who: 'Ana', words: 'I had to invent a figure for them.' },
  leaves: { who: 'Ben', words: 'If she leaves, we leave.' },
  demo: { who: 'Ana', words: 'It looks good in the meeting.' },
  never: { who: 'Cleo', words: 'We never open the dashboards.' },
  weeks: { who: 'Dana', words: 'We lost two weeks waiting for a quote.' },
  page: { who: 'Ben', words: 'The price page says talk to us.' },
  text: { who: 'Dana', words: 'I text her directly on Sundays.' },
} as const;
export type BoardQuote = keyof typeof BOARD_QUOTES;

/** Puts `Price` (range, figure) at 0,0 and `Support` (leaves) at 560,0; demo, never and weeks lie loose under them. */
export async function fillBoardStudy(cli: Cli, vault: string, folder: string): Promise<void> {
  const ids = await importQuotes(
    cli,
    vault,
    folder,
    Object.values(BOARD_QUOTES).map(({ who, words }) => [words, who] as const),
  );
  const id = Object.fromEntries(Object.keys(BOARD_QUOTES).map((name, index) => [name, ids[index] ?? ''])) as Record<BoardQuote, string>;
  await apply(cli, vault, [
    { edit: 'createTheme', input: { name: 'Price', x: 0, y: 0, columns: 2, snippetIds: [id.range, id.figure] } },
    { edit: 'createTheme', input: { name: 'Support', x: 560, y: 0, columns: 1, snippetIds: [id.leaves] } },
    { edit: 'placeSnippets', input: { snippetIds: [id.demo], target: { x: 0, y: 300 } } },
    { edit: 'placeSnippets', input: { snippetIds: [id.never], target: { x: 260, y: 300 } } },
    { edit: 'placeSnippets', input: { snippetIds: [id.weeks], target: { x: 520, y: 300 } } },
  ]);
}

/** Imports quotes as snippets. @returns their ids in the same order. */
export async function importQuotes(
  cli: Cli,
  vault: string,
  folder: string,
  rows: readonly (readonly [words: string, who: string])[],
): Promise<string[]> {
  const file = path.join(folder, 'quotes.csv');
  const lines = rows.map(([words, who]) => `"${words}","","${who}","Talks"`);
  await writeFile(file, ['quote,tags,participant,source', ...lines].join('\n'));
  const answer = await cli(['quotes', vault, file, '--json']);
  if (answer.code !== 0) throw new Error(`The quotes did not go in: ${answer.stderr}`);
  return answer.objects.map(({ snippet }) => String(snippet));
}

async function apply(cli: Cli, vault: string, edits: readonly { edit: string; input: unknown }[]): Promise<void> {
  const answer = await cli(['apply', vault], edits.map((line) => JSON.stringify(line)).join('\n'));
  if (answer.code !== 0) throw new Error(`The board was not laid out: ${answer.stderr}`);
}
