// Puts settings into effect on the page: theme and reading size.
import type { Settings } from '#shared/rpc/answers';
import type { Unsubscribe } from '#shared/lib/emitter';
import { useVaultStore } from '#renderer/stores/vault-store';

const darkQuery = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

/** Shows a theme without keeping it: for the live preview of the theme picker. */
export function showTheme(theme: Settings['theme']): void {
  const dark = theme === 'dark' || (theme === 'system' && darkQuery().matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

/** Follows the settings and the system’s theme. */
export function applySettings(): Unsubscribe {
  const apply = (): void => {
    const { theme, readingSize } = useVaultStore.getState().settings;
    showTheme(theme);
    document.documentElement.style.setProperty('--reading-size', `${readingSize}px`);
  };
  apply();
  const query = darkQuery();
  query.addEventListener('change', apply);
  const stop = useVaultStore.subscribe((state, before) => state.settings !== before.settings && apply());
  return () => {
    stop();
    query.removeEventListener('change', apply);
  };
}
