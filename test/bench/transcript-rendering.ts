// Measures a transcript of 30,000 words with 1,000 overlapping snippets in Chromium, beside the same text without any:
//   node test/bench/transcript-rendering.ts [--renderer FOLDER] [--rounds 7]
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { chromium, type CDPSession, type Page } from '@playwright/test';

import { type Core, createCore } from '#core/core';
import { marksOf, planHighlights, turnOffsets } from '#shared/domain/coding/highlight-plan';
import { snippetsInOrder } from '#shared/domain/coding/snippet-order';
import { createSeededRandom } from '#shared/domain/themes/seeded-random';
import type { Snippet } from '#shared/model/records/snippet';
import type { Tag } from '#shared/model/records/tag';
import { ensureBuilt, REPOSITORY } from '#test/builders/built-output';
import { topicTexts } from '#test/builders/topic-texts';

import { startHeadless } from '../../electron/headless/http-server.ts';
import { findChromium } from '../../scripts/find-chromium.ts';

const TURNS = 600;
const WORDS = 30_000;
const SNIPPETS = 1000;
const TAGS = 16;
const NOTCHES = 240;

const { values } = parseArgs({ options: { renderer: { type: 'string' }, rounds: { type: 'string', default: '7' } } });
if (!values.renderer) ensureBuilt();
const rendererFolder = path.resolve(values.renderer ?? path.join(REPOSITORY, 'out/renderer'));
const rounds = Number(values.rounds);

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const round = (value: number): number => Math.round(value * 100) / 100;

/** Turns of made-up words, as a labelled text. */
function interview(): string {
  const random = createSeededRandom(11);
  const texts = topicTexts({ seed: 3, count: TURNS, topics: 12, words: [20, 80] });
  return texts
    .map(({ text }, index) => {
      const words = text.split(' ').map((word, at) => (at % 9 === 8 ? `${word}.` : word));
      return `${index % 2 === 0 ? 'Interviewer' : 'Karim'}: ${words.join(' ')}${random.next() < 0.5 ? '.' : ''}`;
    })
    .join('\n\n');
}

async function importText(core: Core, title: string, text: string): Promise<string> {
  const preview = await core.handlers['import.inspect']({ fileName: `${title}.txt`, base64: Buffer.from(text).toString('base64') });
  const speakers = preview.speakers.map(({ label, role }) => ({ label, role, participantId: null }));
  const done = await core.handlers['import.commit']({
    jobId: `import-${title}`,
    files: [{ importId: preview.importId, title, kind: 'interview', heldOn: null, speakers, participantId: null }],
  });
  const sourceId = done.files[0]?.sourceId;
  if (!sourceId) throw new Error(`not imported: ${done.files[0]?.error}`);
  return sourceId;
}

async function mark(core: Core, sourceId: string): Promise<void> {
  const random = createSeededRandom(5);
  const edit = async (name: string, input: unknown): Promise<Record<string, unknown>> =>
    (await core.handlers['vault.edit']({ edit: name, input })).result;
  const tagIds: string[] = [];
  for (let tag = 1; tag <= TAGS; tag += 1) tagIds.push(String((await edit('createTag', { name: `Tag ${tag}` })).tagId));
  const { turns } = await core.handlers['transcript.read']({ sourceId });
  for (let made = 0; made < SNIPPETS; made += 1) {
    const turn = random.below(turns.length);
    const length = turns[turn]?.text.length ?? 0;
    const startOffset = random.below(Math.max(1, length - 40));
    const endOffset = Math.min(length, startOffset + 30 + random.below(200));
    const range = { startTurn: turn, startOffset, endTurn: turn, endOffset };
    await edit('createSnippet', { sourceId, range, tagIds: [tagIds[random.below(TAGS)]] });
  }
}

/** Milliseconds of the page's main thread by what it did. */
async function metrics(session: CDPSession): Promise<{ task: number; script: number }> {
  const { metrics: list } = await session.send('Performance.getMetrics');
  const of = (name: string): number => (list.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return { task: of('TaskDuration'), script: of('ScriptDuration') };
}

async function newPage(address: string): Promise<{ page: Page; session: CDPSession; close(): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  await page.getByRole('row', { name: /Bare/ }).waitFor();
  // The window comes back as it was left: nothing may be open beside what is measured.
  while ((await page.getByRole('tab').count()) > 0) await page.keyboard.press('Control+w');
  await page.waitForTimeout(300);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session, close: () => context.close() };
}

/** Opens a transcript by a click on its row; until the second frame after its last turn stands, and its bars where it has some. */
async function opening(page: Page, title: string, marked: boolean): Promise<number> {
  await page.evaluate(
    ([name, bars]) =>
      Object.assign(window, {
        opened: new Promise<number>((resolve) => {
          let start = 0;
          addEventListener('pointerdown', () => (start = performance.now()), { capture: true, once: true });
          const look = (): void => {
            // Hidden tabs stay in the page.
            const surface = [...document.querySelectorAll('[data-surface="transcript"]')].find((element) => element.checkVisibility());
            const stands =
              surface?.getAttribute('aria-label')?.includes(name) &&
              surface.querySelectorAll('[data-turn]').length > 400 &&
              (!bars || surface.querySelector('[data-snippet]'));
            if (!stands) requestAnimationFrame(look);
            else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
          };
          look();
        }),
      }),
    [title, marked] as const,
  );
  await page.getByRole('row', { name: title }).click();
  return page.evaluate(() => (window as unknown as { opened: Promise<number> }).opened);
}

interface Scrolled {
  /** Interval between frames (ms): median and worst. */
  frame: number;
  worst: number;
  /** CPU time of the main thread for each frame that moved (ms). */
  cpu: number;
  frames: number;
}

/**
 * Scrolls by the wheel, one notch a frame, with the pointer over the text that can be seen. Nobody waits for a notch to be answered: with
 * waiting, half of the frames would stand still.
 */
async function scrolling(page: Page, session: CDPSession): Promise<Scrolled> {
  const surface = page.locator('[data-surface="transcript"]:visible');
  await surface.evaluate((element) => element.scrollTo(0, 0));
  const box = await surface.boundingBox();
  if (!box) throw new Error('no transcript to scroll');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(400);
  // A scroll event is told once for each frame that moved.
  await surface.evaluate((element) => {
    const times: number[] = [];
    Object.assign(window, { times });
    element.addEventListener('scroll', ({ timeStamp }) => times.push(timeStamp), { passive: true });
  });
  const before = await metrics(session);
  const answers: Promise<void>[] = [];
  for (let notch = 0; notch < NOTCHES; notch += 1) {
    answers.push(page.mouse.wheel(0, 120));
    await new Promise((resolve) => setTimeout(resolve, 1000 / 60));
  }
  await Promise.all(answers);
  const after = await metrics(session);
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times);
  if (times.length < NOTCHES / 4) throw new Error(`only ${times.length} frames moved`);
  const intervals = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return {
    frame: median(intervals),
    worst: Math.max(...intervals),
    cpu: (after.task - before.task) / times.length,
    frames: times.length,
  };
}

/** One range more in a highlight that has many, as the painter adds it. */
async function addingToHighlight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const highlight = CSS.highlights.get('tag-1-0');
    const texts = [...document.querySelectorAll('[data-turn]')].map((element) => element.firstChild).filter((node) => node instanceof Text);
    const times: number[] = [];
    for (const node of texts.slice(0, 200)) {
      const start = performance.now();
      highlight?.add(new StaticRange({ startContainer: node, startOffset: 0, endContainer: node, endOffset: Math.min(10, node.length) }));
      times.push(performance.now() - start);
    }
    return times.reduce((sum, time) => sum + time, 0) / times.length;
  });
}

/** Tags a sentence by one key, several times: script of the whole window for it, and time until the second frame after it is painted. */
async function tagging(page: Page, session: CDPSession): Promise<{ script: number; painted: number }> {
  const scripts: number[] = [];
  const painted: number[] = [];
  for (let time = 0; time < 12; time += 1) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(60);
    const before = await metrics(session);
    painted.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const sizes = (): number => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
            const size = sizes();
            const start = performance.now();
            const look = (): void => {
              if (sizes() === size) requestAnimationFrame(look);
              else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
            };
            document.activeElement?.dispatchEvent(
              new KeyboardEvent('keydown', { key: '1', code: 'Digit1', bubbles: true, cancelable: true }),
            );
            look();
          }),
      ),
    );
    await page.waitForTimeout(100);
    scripts.push((await metrics(session)).script - before.script);
  }
  return { script: median(scripts.slice(2)), painted: median(painted.slice(2)) };
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'plumbline-bench-'));
const core = await createCore({
  userDataFolder: path.join(folder, 'data'),
  resourcesFolder: path.join(REPOSITORY, 'resources'),
  host: 'browser',
  version: 'bench',
  workerUrl: new URL('../../electron/core/services/worker.ts', import.meta.url),
});
await core.handlers['vault.create']({ folder: path.join(folder, 'Bench.plumb'), name: 'Bench' });
const text = interview();
const bareId = await importText(core, 'Bare', text);
const markedId = await importText(core, 'Marked', text);
await mark(core, markedId);
const headless = await startHeadless({ core, rendererFolder, port: 0 });
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

const opened: Record<'Bare' | 'Marked', { wall: number[]; cpu: number[] }> = { Bare: { wall: [], cpu: [] }, Marked: { wall: [], cpu: [] } };
for (let time = 0; time < rounds; time += 1) {
  for (const title of time % 2 === 0 ? (['Bare', 'Marked'] as const) : (['Marked', 'Bare'] as const)) {
    const { page, session, close } = await newPage(headless.newAddress());
    const before = await metrics(session);
    opened[title].wall.push(await opening(page, title, title === 'Marked'));
    opened[title].cpu.push((await metrics(session)).task - before.task);
    await close();
  }
}
const report: Record<string, unknown> = {};
const TITLES = ['Bare', 'Marked'] as const;
const pages = { Bare: await newPage(headless.newAddress()), Marked: await newPage(headless.newAddress()) };
const scrolls: Record<'Bare' | 'Marked', Scrolled[]> = { Bare: [], Marked: [] };
for (const title of TITLES) await opening(pages[title].page, title, title === 'Marked');
// By turns, so that whatever else the computer does at the time falls on both.
for (let time = 0; time < rounds; time += 1) {
  for (const title of TITLES) {
    await pages[title].page.bringToFront();
    scrolls[title].push(await scrolling(pages[title].page, pages[title].session));
  }
}
for (const title of TITLES) {
  const of = (key: keyof Scrolled): number => round(median(scrolls[title].map((scroll) => scroll[key])));
  report[title] = {
    openMs: round(median(opened[title].wall)),
    openCpuMs: round(median(opened[title].cpu)),
    nodes: await pages[title].page.evaluate(() => document.querySelectorAll('[role="tabpanel"] *').length),
    scrollFrameMs: of('frame'),
    scrollWorstMs: of('worst'),
    scrollCpuMsAFrame: of('cpu'),
    scrollFrames: of('frames'),
  };
}
report['highlightAddMs'] = round((await addingToHighlight(pages.Marked.page)) * 1000) / 1000;
await pages.Marked.page.locator('[data-surface="transcript"]:visible').focus();
report['tagging'] = await tagging(pages.Marked.page, pages.Marked.session);
for (const title of TITLES) await pages[title].close();

const { records } = await core.handlers['vault.snapshot']({});
const own = snippetsInOrder(Object.values(records.snippets).filter((snippet: Snippet) => snippet.sourceId === markedId));
const tagOf = new Map<string, Tag[]>(
  Object.values(records.taggings).map((tagging) => [tagging.snippetId, [records.tags[tagging.tagId] as Tag]]),
);
const { turns } = await core.handlers['transcript.read']({ sourceId: bareId });
const offsets = turnOffsets(turns);
const plans = Array.from({ length: 60 }, () => {
  const start = performance.now();
  planHighlights(
    marksOf(own, (id) => tagOf.get(id) ?? []),
    offsets,
  );
  return performance.now() - start;
});
report.planMs = round(median(plans.slice(20)));
report.words = turns.reduce((sum, turn) => sum + turn.text.split(/\s+/).length, 0);
report.target = `about ${WORDS} words; open Marked <= 1.3x Bare; highlight <= 0.5 ms; scroll CPU as Bare, <= 1.5 ms a frame`;
console.log(JSON.stringify(report, null, 1));

await browser.close();
await headless.close();
await core.close();
rmSync(folder, { recursive: true, force: true });
