// Finding and reading things in a transcript, for its end-to-end tests: an interview of some length, three tags, one of them on key 2.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Locator, Page } from '@playwright/test';

import { expect, test as base } from '../fixtures.ts';

/** What Karim says first; the tests select in it. Turn 2 on screen. */
export const GUESSING = 'Honestly it was a bit of a guessing game.';
export const NOBODY = 'Nobody on your side could tell me what the price would be next year.';
export const BUDGET = 'So I could not put a number in the budget.';
/** Turn 4. */
export const CALLED = 'I called the one support person I trust.';
/** The turn before the last. */
export const LAST_WORDS = 'If she ever leaves, we will think again about the whole contract.';

const FILLER = [
  'We went through the list of vendors twice. Every one of them wanted a call first. My manager found that odd.',
  'The old contract ran out in March. Nobody had put it into the calendar. We noticed when the first invoice came.',
  'I keep a sheet of my own for that. It has a column for each team. Finance reads it on Mondays.',
];

function interview(): string {
  const turns = [
    'Interviewer: Thanks for making time. How did the renewal go?',
    `Karim: ${GUESSING} ${NOBODY} ${BUDGET}`,
    'Interviewer: What did you do instead?',
    `Karim: ${CALLED} She found out in ten minutes. I still have her number.`,
  ];
  for (let pair = 0; pair < 30; pair += 1)
    turns.push(`Interviewer: And what happened after that, the ${pair + 1}. time?`, `Karim: ${FILLER[pair % FILLER.length]}`);
  turns.push(`Karim: ${LAST_WORDS}`, 'Interviewer: Thank you for telling me so openly.');
  return turns.join('\n\n');
}

const EDITS = [
  { edit: 'createTag', input: { id: 'fog', name: 'Price fog', definition: 'Nobody can say what it will cost.' } },
  { edit: 'createTag', input: { id: 'dread', name: 'Renewal dread' } },
  { edit: 'createTag', input: { id: 'support', name: 'Support as sales' } },
  { edit: 'pinTag', input: { tagId: 'dread', key: 2 } },
];

export const test = base.extend({
  vaultFolder: async ({ vaultFolder, cli, folder }, use) => {
    const file = path.join(folder, 'Karim.txt');
    await writeFile(file, interview());
    const imported = await cli(['import', vaultFolder, file]);
    expect(imported.code, imported.stderr).toBe(0);
    const applied = await cli(['apply', vaultFolder], EDITS.map((line) => JSON.stringify(line)).join('\n'));
    expect(applied.code, applied.stdout).toBe(0);
    await use(vaultFolder);
  },
});

export const surface = (page: Page): Locator => page.getByRole('region', { name: 'Transcript of Karim' });
export const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });
export const picker = (page: Page): Locator => page.getByRole('combobox', { name: 'Tag' });
export const chips = (page: Page): Locator => inspector(page).getByRole('button', { name: /^Remove tag / });
export const undoLabel = (page: Page): Locator => page.getByRole('button', { name: /^Undo / });

/** By keys alone; the focus is in the text then. */
export async function openTranscript(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+P');
  await page.keyboard.type('Karim');
  await expect(page.getByRole('option', { name: /Karim/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(surface(page)).toBeFocused();
}

/** Words that the browser has selected. */
export const selectedWords = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? '');

/** Words painted by highlights whose names begin so, in the order of the text; the same words in two highlights come twice. */
export async function painted(page: Page, names = 'tag-'): Promise<string[]> {
  return page.evaluate((beginning) => {
    const ranges = [...CSS.highlights].flatMap(([name, highlight]) => (name.startsWith(beginning) ? [...highlight] : []));
    const live = ranges.map((range) => {
      const made = document.createRange();
      made.setStart(range.startContainer, range.startOffset);
      made.setEnd(range.endContainer, range.endOffset);
      return made;
    });
    return live.sort((left, right) => left.compareBoundaryPoints(Range.START_TO_START, right)).map(String);
  }, names);
}

/** Selects words of one turn by dragging over them. */
export async function dragOver(page: Page, words: string): Promise<void> {
  const { from, to } = await edgesOf(page, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 2 });
  await page.mouse.up();
}

/** Middles of the left edge of the first letter and of the right edge of the last one. */
export async function edgesOf(page: Page, words: string): Promise<{ from: Point; to: Point }> {
  return surface(page).evaluate((element, wanted) => {
    for (const text of element.querySelectorAll('[data-turn]')) {
      const node = text.firstChild;
      const at = text.textContent.indexOf(wanted);
      if (!node || at < 0) continue;
      const box = (start: number): DOMRect => {
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + 1);
        return range.getBoundingClientRect();
      };
      const [first, last] = [box(at), box(at + wanted.length - 1)];
      return { from: { x: first.left + 0.5, y: first.top + first.height / 2 }, to: { x: last.right, y: last.top + last.height / 2 } };
    }
    throw new Error(`not in the transcript: ${wanted}`);
  }, words);
}

interface Point {
  x: number;
  y: number;
}

/** Selects by keys the first sentence of Karim's first answer, from a transcript just opened. */
export async function selectFirstAnswer(page: Page): Promise<void> {
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => selectedWords(page)).toBe(GUESSING);
}
