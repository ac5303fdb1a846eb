// Commands that start, open, keep, check and close studies.
import { call } from '#renderer/stores/session';
import { openTab } from '#renderer/stores/tabs';
import { useVaultStore } from '#renderer/stores/vault-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { closeStudy, mayLeaveSample, writeAgain } from './open-study.ts';
import { openSample } from './sample-opening.ts';
import { showStudyDialog } from './study-dialog-store.ts';

async function ifSampleMayGo(work: () => void | Promise<void>): Promise<void> {
  if (await mayLeaveSample()) await work();
}

async function check(): Promise<void> {
  showStudyDialog({ kind: 'check', report: await call('vault.check', {}) });
}

/** A file of its own, fetched only when somebody wants to read it. */
async function showLicences(): Promise<void> {
  const { default: text } = await import('./licences.txt?raw');
  showStudyDialog({ kind: 'licences', text });
}

export const welcomeHandlers = {
  'vault.new': () => ifSampleMayGo(() => showStudyDialog({ kind: 'new', thenImport: false })),
  'vault.open': () => ifSampleMayGo(() => showStudyDialog({ kind: 'open' })),
  'vault.openSample': () => ifSampleMayGo(openSample),
  'vault.keepSample': () => showStudyDialog({ kind: 'keep' }),
  'vault.writeAgain': writeAgain,
  'vault.saveCopy': () => showStudyDialog({ kind: 'copy' }),
  'vault.close': () => ifSampleMayGo(closeStudy),
  'vault.check': check,
  'help.licences': showLicences,
  'help.welcome': () => {
    openTab({ kind: 'welcome' });
    focusFrontSurface();
  },
};

/** With nothing to choose from yet, the sample study opens by itself: fresh, or with the work left in it. Called once by main.tsx. */
export async function openSampleOnFirstStart(): Promise<void> {
  const { status, locked, recent } = useVaultStore.getState();
  if (status !== null || locked !== null || recent.length > 0) return;
  await openSample();
}
