// Commands of the settings: open them, choose a theme with live preview, reading size, names.
import { quickPick } from '#renderer/stores/quick-pick-store';
import { call } from '#renderer/stores/session';
import { openTab } from '#renderer/stores/tabs';
import { useVaultStore } from '#renderer/stores/vault-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';
import type { Settings } from '#shared/rpc/answers';

import { showTheme } from './apply-settings.ts';

export const THEMES: readonly { id: Settings['theme']; label: string }[] = [
  { id: 'system', label: 'Follow the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];

async function chooseTheme(): Promise<void> {
  const before = useVaultStore.getState().settings.theme;
  const answer = await quickPick({
    title: 'Theme',
    placeholder: 'Choose a theme',
    items: THEMES.map((theme) => (theme.id === before ? { ...theme, hint: 'current' } : theme)),
    onHighlight: (item) => item && showTheme(item.id as Settings['theme']),
  });
  if (answer && 'id' in answer) await call('app.changeSettings', { theme: answer.id as Settings['theme'] });
  else showTheme(before);
}

async function changeReadingSize(step: number): Promise<void> {
  const { readingSize } = useVaultStore.getState().settings;
  await call('app.changeSettings', { readingSize: Math.max(14, Math.min(24, readingSize + step)) });
}

export const settingsHandlers = {
  'settings.open': () => {
    openTab({ kind: 'settings' });
    focusFrontSurface();
  },
  'settings.theme': chooseTheme,
  'reading.bigger': () => changeReadingSize(1),
  'reading.smaller': () => changeReadingSize(-1),
  'privacy.toggleNames': async () => {
    await call('app.changeSettings', { hideNames: !useVaultStore.getState().settings.hideNames });
  },
};
