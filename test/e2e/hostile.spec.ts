// Hostile texts in every field, name and file stay text on every screen and in every export; nothing runs, nothing leaves this machine.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Browser, Download, Page, PlaywrightWorkerArgs } from '@playwright/test';

import { nodeDisk } from '#core/vault/disk';
import { createVault } from '#core/vault/open-vault';

import { fillHostileStudy, unplantedFields } from '../builders/hostile-vault.ts';
import { expect, goTo, runCommand, test } from './fixtures.ts';
import {
  armPage,
  fireUnsanitised,
  firedTimes,
  foreignMarkup,
  MORE_TEXTS,
  PLANTED_TEXTS,
  reordered,
  TURNED,
} from './support/hostile-page.ts';
import { browserTraffic } from './support/network-record.ts';
import { browserShell } from './support/shell.ts';

// Without the policy, so that only the window's own care is between a text and the page.
test.use({ bypassCSP: true, actionTimeout: 30_000, trace: 'off' });
test.skip(({ shell }) => shell === 'desktop', 'the browser can be looked into more deeply; the pages are the same');

const VIEWS = ['Plan', 'Interviews', 'Codebook', 'Board', 'Matrix', 'Readout', 'Search'];
/** Numbers of the texts whose records are gone to: names are listed by the dozen, numbers are not. */
const NUMBERS = [`·${TURNED}`, '·0'];
const KINDS = ['Interview', 'Theme', 'Department', 'Participant', 'Memo'];
const COMMANDS = [
  ...['Settings', 'Welcome', 'Keyboard shortcuts', 'Show the customer, as heard', 'Show queries and tables of tags'],
  ...[
    'Show rival assumptions (analysis of competing hypotheses)',
    'Show the interview guide',
    'Show the recruitment list and invitations',
    'Show conversations: last real one, exposure hours, goals, leader share',
    'Show the rhythm board: what is due, done, overdue, snoozed',
    'Show signals (NPS, CSAT, CES, complaints) and their why',
    'Show phase gates',
    'Show before and after: what we believed, forecast and heard',
    'Show the briefs “before you ask”: what to acknowledge in each department',
    'Show the digest of the month: what was learned, by whom',
    'Show the hand-off pack for marketing and sales',
    'Show the commitments and forecasts',
    'Compare two coders…',
    'Write down a story, complaint or observation…',
  ],
];
const FILE_NAMES = ['<img src=x onerror=fired()>.txt', '{{7*7}}.txt', "';fired().md", '\u202Etxt.exe.txt', '=cmd.csv', '-rf.vtt'];

function launch(playwright: PlaywrightWorkerArgs['playwright'], netLog: string): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'];
  // Chromium asks its maker about forms (hashes of our own fields' names); a switch of the browser, not of ours.
  const noForms =
    '--disable-features=AutofillServerCommunication,OptimizationHints,OptimizationGuideModelDownloading,NetworkTimeServiceQuerying,AimServerEligibilityEnabled,AimServerRequestOnStartupEnabled';
  const noNames = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
  const log = [`--log-net-log=${netLog}`, '--net-log-capture-mode=IncludeSensitive'];
  return playwright.chromium.launch({ args: ['--no-sandbox', '--disable-gpu', ...quiet, noForms, noNames, ...log] });
}

async function makeHostileStudy(folder: string): Promise<string> {
  const vaultFolder = path.join(folder, `study ${PLANTED_TEXTS[0]?.replaceAll('/', '') ?? ''}.plumb`);
  let ids = 0;
  const services = { disk: nodeDisk, newId: () => `id${(ids += 1)}`, now: () => '2026-06-30T12:00:00.000Z', by: '<b onclick=fired()>·' };
  const { vault } = await createVault(vaultFolder, '<svg onload=fired()>·', services);
  await fillHostileStudy(vault, PLANTED_TEXTS, MORE_TEXTS);
  // The board's name cannot be changed.
  expect(unplantedFields(vault.state)).toEqual(['boards.name']);
  await vault.close();
  return vaultFolder;
}

async function look(page: Page, screen: string): Promise<void> {
  expect.soft(await reordered(page), screen).toEqual([]);
  await page.waitForTimeout(150);
  expect(await foreignMarkup(page), screen).toEqual([]);
  expect(firedTimes(page), screen).toBe(0);
}

/** Tabs that stay open are laid out again with every change. */
async function closeTab(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.press('w');
}

async function visit(page: Page, name: string, kind?: string): Promise<void> {
  await goTo(page, name, kind);
  await look(page, `${kind ?? ''} ${name}`);
  await closeTab(page);
}

async function tour(page: Page, folder: string): Promise<void> {
  for (const name of VIEWS) {
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('complementary', { name, exact: true })).toBeVisible();
    await look(page, name);
    await closeTab(page);
  }
  for (const number of NUMBERS) {
    for (const kind of KINDS) await visit(page, number, kind);
    for (const sign of ['#', '!']) await visit(page, sign + number);
  }
  for (const command of COMMANDS) {
    await runCommand(page, command);
    await look(page, command);
    await page.keyboard.press('Escape');
  }
  await runCommand(page, 'Check the study’s files');
  await expect(page.getByRole('dialog')).toContainText('in order');
  await look(page, 'the check');
  await page.keyboard.press('Escape');
  for (const query of ['<', 'fired', '\u202E', '#<', '>']) {
    await page.keyboard.press('ControlOrMeta+P');
    await page.getByRole('combobox').first().fill(query);
    await look(page, `palette: ${query}`);
    await page.keyboard.press('Escape');
  }
  await runCommand(page, 'Search everything');
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('fired()');
  await look(page, 'search');
  await importFiles(page, folder);
}

async function importFiles(page: Page, folder: string): Promise<void> {
  const files = await Promise.all(
    FILE_NAMES.map(async (name) => {
      const file = path.join(folder, name);
      await writeFile(
        file,
        `Interviewer: <script>fired()</script>\n<img src=x onerror=fired()>: ${PLANTED_TEXTS.join(' ')}\nInterviewer: So?\n`,
      );
      return file;
    }),
  );
  const wide = path.join(folder, 'wide.txt');
  await writeFile(wide, `Ana: ${'<b>word '.repeat(1_300_000)}`);
  await page.keyboard.press('ControlOrMeta+I');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('dialog').getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles([...files, wide]);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('a line of more than a million characters', { timeout: 60_000 });
  await look(page, 'the import table');
  await dialog.getByRole('button', { name: /^Import \d/ }).click();
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeVisible();
  await look(page, 'the import’s result');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await look(page, 'an imported transcript');
}

/** Pastes rich text where the focus is, as a hostile page would put it on the clipboard. */
async function pasteRichText(page: Page): Promise<void> {
  await runCommand(page, 'New memo');
  await page.evaluate((html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', html);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, PLANTED_TEXTS.join('\n'));
  await look(page, 'a memo after pasting');
}

async function exportedFile(page: Page, item: string): Promise<string> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [download]: [Download, unknown] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^[\p{L}\p{N} ._-]+ readout\.(?:html|md)$/u);
  return readFile(await download.path(), 'utf8');
}

test('every screen shows them, exports carry them, and nothing runs or leaves', async ({ playwright, folder }) => {
  test.setTimeout(300_000);
  const netLog = path.join(folder, 'net-log.json');
  const vaultFolder = await makeHostileStudy(folder);
  const homeFolder = path.join(folder, 'home');
  await mkdir(path.join(homeFolder, 'Plumbline', '<img src=x onerror=fired()>.plumb'), { recursive: true });
  const browser = await launch(playwright, netLog);
  const shell = await browserShell(browser, { dataFolder: path.join(folder, 'data'), homeFolder, vaultFolder });
  const page = await shell.start();
  const { origin } = new URL(page.url());
  await armPage(page);
  await page.reload();
  await page.getByRole('navigation', { name: 'Views' }).waitFor();

  await tour(page, folder);
  await pasteRichText(page);
  await page.keyboard.press('Alt+6');
  await expect(
    page.getByRole('region', { name: 'Preview of the readout' }).getByRole('heading', { name: 'Finding 1', exact: true }),
  ).toBeVisible({ timeout: 30_000 });
  await look(page, 'the preview of the readout');
  const html = await exportedFile(page, 'Web page, one file…');
  const markdown = await exportedFile(page, 'Markdown…');

  expect(markdown.length).toBeGreaterThan(50_000);
  await page.waitForTimeout(500);
  expect(firedTimes(page)).toBe(0);

  const htmlFile = path.join(folder, 'readout.html');
  await writeFile(htmlFile, html);
  const reader = await browser.newPage();
  await armPage(reader);
  await reader.goto(`file://${encodeURI(htmlFile)}`);
  await reader.mouse.move(200, 200);
  await reader.waitForTimeout(500);
  expect(firedTimes(reader)).toBe(0);
  expect(await reader.locator('script,iframe,img,link,object,embed,form,base,[onerror],[onload],[onclick]').count()).toBe(0);
  await reader.context().close();

  await shell.end();
  await browser.close();
  const traffic = browserTraffic(netLog);
  expect(traffic.urls.length).toBeGreaterThan(10);
  expect(traffic.urls.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('file://'))).toEqual([]);
  expect(traffic.peers.filter((peer) => peer !== new URL(origin).host)).toEqual([]);
  expect(traffic.names.filter((name) => !name.includes('127.0.0.1'))).toEqual([]);
});

test('the same texts run and call home where nobody takes care, and both are seen', async ({ playwright, folder }) => {
  const netLog = path.join(folder, 'net-log.json');
  const browser = await launch(playwright, netLog);
  const page = await browser.newPage();
  page.on('dialog', (dialog) => void dialog.dismiss());
  expect(await fireUnsanitised(page)).toBeGreaterThan(50);
  await browser.close();
  expect(browserTraffic(netLog).urls.filter((url) => url.includes('evil.example')).length).toBeGreaterThan(2);
});
