import { chromium } from '@playwright/test';
import { findChromium } from './scripts/find-chromium.ts';
const helper = process.argv[2]!;
const browser = await chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox'] });
for (const [w, h] of [[1280, 800], [1000, 700]] as const) for (const scheme of ['light', 'dark'] as const) {
  const page = await browser.newPage({ viewport: { width: w, height: h }, colorScheme: scheme });
  page.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text()); });
  await page.goto(await (await fetch(helper)).text());
  await page.waitForTimeout(2500);
  await page.keyboard.press('Control+I');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('dialog').getByRole('button', { name: /Choose files/ }).click()]);
  await chooser.setFiles(['/tmp/data-shot/survey.csv']);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `/tmp/data-shot/survey-${w}-${scheme}.png` });
  if (w === 1280 && scheme === 'light') {
    await page.getByLabel('Column Role is taken for').selectOption('question');
    await page.waitForTimeout(800);
    console.log('focus', await page.evaluate(() => document.activeElement?.getAttribute('aria-label')));
    await page.getByRole('radio', { name: 'One turn of a talk' }).check();
    await page.waitForTimeout(800);
    console.log('focus', await page.evaluate(() => document.activeElement?.outerHTML.slice(0,100)));
    await page.screenshot({ path: `/tmp/data-shot/survey-turns.png` });
  }
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
  await page.keyboard.press('Control+I');
  const [c2] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('dialog').getByRole('button', { name: /Choose files/ }).click()]);
  await c2.setFiles(['/tmp/data-shot/talk.csv', '/tmp/data-shot/broken.vtt']);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `/tmp/data-shot/talk-${w}-${scheme}.png` });
  await page.getByRole('button', { name: 'Read it all the same' }).click();
  await page.waitForTimeout(800);
  if (w === 1280) await page.screenshot({ path: `/tmp/data-shot/anyway-${w}-${scheme}.png` });
  await page.close();
}
await browser.close();
