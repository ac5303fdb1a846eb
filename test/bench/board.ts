// Measures the board with 2,000 cards in Chromium: pan, zoomed-out pan and drag, against the same cards all in the DOM, in one run.
//   node test/bench/board.ts [cards]
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { type CDPSession, chromium, type Page } from '@playwright/test';

import { findChromium } from '../../scripts/find-chromium.ts';
import { importQuotes } from '../builders/board-study.ts';
import { ensureBuilt } from '../builders/built-output.ts';
import { topicTexts } from '../builders/topic-texts.ts';
import { makeCli } from '../e2e/support/cli.ts';
import { startHost } from '../e2e/support/host.ts';

const FRAMES = 150;
const count = Number(process.argv[2] ?? 2000);

interface Figures {
  /** Frame times (ms). */
  p50: number;
  p99: number;
  /** Main-thread CPU a frame (ms). */
  cpu: number;
}

/** Three quarters of the cards in clusters of 25, the rest loose under them. */
async function makeStudy(folder: string): Promise<string> {
  const cli = makeCli({ dataFolder: path.join(folder, 'data'), homeFolder: path.join(folder, 'home') });
  const vault = path.join(folder, 'Large.plumb');
  await cli(['create', vault, '--name', 'Large']);
  const texts = topicTexts({ seed: 1, count, topics: 40 });
  const ids = await importQuotes(
    cli,
    vault,
    folder,
    texts.map(({ text }, index) => [text, `Person ${index % 40}`] as const),
  );
  const clustered = Math.floor((count * 0.75) / 25);
  const edits = Array.from({ length: clustered }, (_, index) => ({
    edit: 'createTheme',
    input: {
      name: `Cluster number ${index}`,
      insight: 'What they say in one sentence.',
      columns: 5,
      x: (index % 8) * 1240,
      y: Math.floor(index / 8) * 900,
      snippetIds: ids.slice(index * 25, index * 25 + 25),
    },
  }));
  const loose = {
    edit: 'placeSnippets',
    input: { snippetIds: ids.slice(clustered * 25), target: { x: 0, y: Math.ceil(clustered / 8) * 900 } },
  };
  await cli(['apply', vault], [...edits, loose].map((line) => JSON.stringify(line)).join('\n'));
  return vault;
}

async function measure(page: Page, cdp: CDPSession, work: string): Promise<Figures> {
  const task = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  await page.evaluate(`window.bench.settle()`);
  const before = await task();
  const frames = (await page.evaluate(`window.bench.frames(${FRAMES}, window.bench.${work})`)) as number[];
  const cpu = ((await task()) - before) * 1000;
  const sorted = frames.toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), cpu: cpu / frames.length };
}

/** Runs in the page: one small step of work a frame, and how long each frame took. */
function prepare(): void {
  const surface = document.querySelector<HTMLElement>('[role="listbox"]')!;
  const middle = (): { clientX: number; clientY: number } => {
    const { left, top, width, height } = surface.getBoundingClientRect();
    return { clientX: left + width / 2, clientY: top + height / 2 };
  };
  let world: HTMLElement | null = null;
  const at = { x: 0, y: 0, zoom: 1 };
  const apply = (): void => void Object.assign(world!.style, { translate: `${at.x}px ${at.y}px`, scale: String(at.zoom) });
  const sway = (frame: number): number => (Math.floor(frame / 75) % 2 === 0 ? 12 : -12);
  let held: { x: number; y: number } | null = null;
  const pointer = (type: string, x: number, y: number, target: EventTarget): void =>
    void target.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 7, button: 0, clientX: x, clientY: y }));
  const bench = {
    settle: () => new Promise((resolve) => setTimeout(resolve, 600)),
    frames: (count: number, work: (frame: number) => void) =>
      new Promise((resolve) => {
        const times: number[] = [];
        let last = performance.now();
        const step = (): void => {
          const now = performance.now();
          times.push(now - last);
          last = now;
          if (times.length > count) return resolve(times.slice(1));
          work(times.length);
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    pan: (frame: number) =>
      surface.dispatchEvent(
        new WheelEvent('wheel', { deltaX: sway(frame), deltaY: sway(frame) / 2, bubbles: true, cancelable: true, ...middle() }),
      ),
    zoom: (frame: number) =>
      surface.dispatchEvent(
        new WheelEvent('wheel', { deltaY: frame < 75 ? 3 : -3, ctrlKey: true, bubbles: true, cancelable: true, ...middle() }),
      ),
    drag: (frame: number) => {
      if (!held) {
        const { clientX, clientY } = middle();
        const card =
          document
            .elementsFromPoint(clientX, clientY)
            .find((element) => element.closest('[data-card]'))
            ?.closest('[data-card]') ?? surface.querySelector('[data-card]')!;
        const box = card.getBoundingClientRect();
        held = { x: box.left + 20, y: box.top + 20 };
        pointer('pointerdown', held.x, held.y, card);
        pointer('pointermove', held.x + 8, held.y, window);
      }
      pointer('pointermove', held.x + (frame % 75) * 3, held.y + (frame % 60), window);
    },
    /** Drops the held card on the nearest other cluster; how long until it is drawn there (ms). */
    drop: async () => {
      if (!held) return 0;
      const from = document.elementFromPoint(held.x, held.y);
      const own = from?.closest('[data-theme]');
      const other = [...surface.querySelectorAll<HTMLElement>('[data-theme]')].find(
        (theme) => theme !== own && theme.getBoundingClientRect().right < surface.getBoundingClientRect().right + 400,
      );
      if (!other) return 0;
      const before = other.querySelectorAll('[data-card]').length;
      const box = other.getBoundingClientRect();
      pointer('pointermove', box.left + 60, box.top + 40, window);
      const start = performance.now();
      pointer('pointerup', box.left + 60, box.top + 40, window);
      held = null;
      while (other.isConnected && other.querySelectorAll('[data-card]').length <= before && performance.now() - start < 5000)
        await new Promise(requestAnimationFrame);
      return performance.now() - start;
    },
    letGo: () => {
      if (held) pointer('pointercancel', held.x, held.y, window);
      held = null;
    },
    /** The same number of cards, all of them in the DOM, in a world of their own over the board's. */
    mountAll: (count: number) => {
      const sample = [...surface.querySelectorAll<HTMLElement>('[data-card]')];
      const own = surface.querySelector<HTMLElement>('[data-card]')!.closest<HTMLElement>('[data-detail][style*="scale"]')!;
      own.style.display = 'none';
      world = own.cloneNode(false) as HTMLElement;
      world.style.display = '';
      for (let index = 0; index < count; index += 1) {
        const card = sample[index % sample.length]!.cloneNode(true) as HTMLElement;
        card.style.marginLeft = `${(index % 45) * 232}px`;
        card.style.marginTop = `${Math.floor(index / 45) * 138}px`;
        world.append(card);
      }
      surface.append(world);
      Object.assign(at, { x: -600, y: -400, zoom: 1 });
      apply();
    },
    zoomAll: (zoom: number) => {
      Object.assign(at, { x: 0, y: 0, zoom });
      apply();
    },
    panAll: (frame: number) => {
      at.x -= sway(frame);
      at.y -= sway(frame) / 2;
      apply();
    },
    dragAll: (frame: number) =>
      void ((world!.children[world!.children.length >> 1] as HTMLElement).style.translate = `${(frame % 75) * 3}px ${frame % 60}px`),
    cards: () => surface.querySelectorAll('[data-card]').length,
  };
  (window as unknown as { bench: typeof bench }).bench = bench;
}

async function run(page: Page, cdp: CDPSession): Promise<Record<string, Figures & { cards: number }>> {
  const figures: Record<string, Figures & { cards: number }> = {};
  const take = async (name: string, work: string): Promise<void> => {
    const measured = await measure(page, cdp, work);
    figures[name] = { ...measured, cards: (await page.evaluate('window.bench.cards()')) as number };
  };
  await page.evaluate(prepare);
  await page.keyboard.press('Shift+0');
  await take('pan, drawn as seen', 'pan');
  await take('drag, drawn as seen', 'drag');
  const dropped = (await page.evaluate('window.bench.drop()')) as number;
  console.log(`a drop into another cluster was drawn after ${Math.round(dropped)} ms`);
  await page.evaluate('window.bench.letGo()');
  await page.keyboard.press('Shift+1');
  await take('zoomed-out pan, drawn as seen', 'pan');
  await take('zoom in and out, drawn as seen', 'zoom');
  await page.keyboard.press('Shift+0');
  await page.evaluate('window.bench.settle()');
  await page.evaluate(`window.bench.mountAll(${count})`);
  await take('pan, all in the DOM', 'panAll');
  await take('drag, all in the DOM', 'dragAll');
  await page.evaluate('window.bench.zoomAll(0.2)');
  await take('zoomed-out pan, all in the DOM', 'panAll');
  return figures;
}

ensureBuilt();
const folder = await mkdtemp(path.join(os.tmpdir(), 'plumbline-bench-'));
await mkdir(path.join(folder, 'home'));
const vaultFolder = await makeStudy(folder);
const host = await startHost({ dataFolder: path.join(folder, 'data'), homeFolder: path.join(folder, 'home'), vaultFolder });
const executablePath = findChromium();
const browser = await chromium.launch({ ...(executablePath === null ? {} : { executablePath }), args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(host.address);
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  const opened = performance.now();
  await page.keyboard.press('Alt+4');
  await page.locator('[data-card]').first().waitFor();
  console.log(`opened after ${Math.round(performance.now() - opened)} ms; load ${os.loadavg()[0]?.toFixed(1)}`);
  for (const [name, { p50, p99, cpu, cards }] of Object.entries(await run(page, cdp))) {
    console.log(
      `${name.padEnd(34)} ${p50.toFixed(1).padStart(7)} / ${p99.toFixed(1).padStart(6)} ms a frame (p50/p99)  ${cpu.toFixed(2).padStart(7)} ms main CPU a frame  ${cards} cards drawn`,
    );
  }
} finally {
  await browser.close();
  await host.stop();
  await rm(folder, { recursive: true, force: true });
}
