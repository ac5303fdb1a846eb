import { test } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { nodeDisk } from '#core/vault/disk';
import { createVault } from '#core/vault/open-vault';
import { fillHostileStudy } from '../builders/hostile-vault.ts';
import { MORE_TEXTS, PLANTED_TEXTS } from './support/hostile-page.ts';
import { startHost } from './support/host.ts';
test('x', async ({ page }) => {
  test.setTimeout(120000);
  const folder = mkdtempSync('/tmp/hosts/b-');
  let n = 0;
  const { vault } = await createVault(folder + '/v.plumb', 'x', { disk: nodeDisk, newId: () => `id${n++}`, now: () => '2026-06-30T12:00:00.000Z', by: 'b' });
  await fillHostileStudy(vault, PLANTED_TEXTS, MORE_TEXTS); await vault.close();
  const host = await startHost({ dataFolder: folder + '/d', homeFolder: folder, vaultFolder: folder + '/v.plumb' });
  await page.goto(host.address);
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  console.log('up', performance.now()); const cdp = await page.context().newCDPSession(page);
  await cdp.send('Profiler.enable'); await cdp.send('Profiler.start');
  console.log('profiling', performance.now()); void page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Board', exact: true }).click().catch(() => undefined);
  await new Promise((r) => setTimeout(r, 15000));
  console.log('stopping', performance.now()); const stop = Promise.race([cdp.send('Profiler.stop'), new Promise((r) => setTimeout(() => r(null), 30000))]);
  const r: any = await stop;
  if (!r) { console.log('no profile: stuck outside of JS?'); } else {
  const p = r.profile; const self: any = {}; p.samples.forEach((s: number, i: number) => (self[s] = (self[s] ?? 0) + p.timeDeltas[i]));
  const by: any = {}; for (const node of p.nodes) { const k = node.callFrame.functionName + ':' + node.callFrame.lineNumber + ':' + node.callFrame.columnNumber; by[k] = (by[k] ?? 0) + (self[node.id] ?? 0); }
  console.log(Object.entries(by).sort((a: any, b: any) => b[1] - a[1]).slice(0, 10)); }
  await host.kill();
});
