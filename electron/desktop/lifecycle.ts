// Starting once and ending well: the core gets two seconds to finish before the app goes (trust.md D20, E15); away, an encrypted study is locked (P15).
import { app, type BrowserWindow, powerMonitor } from 'electron';

import { reportDefect } from '#core/services/report-defect';
import type { Handlers } from '#shared/rpc/contract';

const FLUSH_LIMIT_MS = 2000;

/**
 * Holds the first quit back until the core is closed. What was answered is on disk already: this saves a checkpoint and the
 * lock, never an edit. Sessions that end without a quit (Windows log-off, shutdown) close the core as far as time allows.
 */
export function closeCoreOnQuit(closeCore: () => Promise<void>, window: BrowserWindow): void {
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= closeCore().catch(reportDefect));
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    const patience = new Promise<void>((resolve) => setTimeout(resolve, FLUSH_LIMIT_MS));
    void Promise.race([close(), patience]).then(() => {
      closed = true;
      app.quit();
    });
  });
  app.on('window-all-closed', () => app.quit());
  powerMonitor.on('shutdown', () => void close());
  window.on('session-end', () => void close());
}

/**
 * Locks an encrypted study when the computer goes to sleep or its screen is locked: whoever opens it then need not be its owner.
 * Not where the person has switched the automatic lock off.
 */
export function lockWhenAway(handlers: Pick<Handlers, 'app.status' | 'encryption.lock'>): void {
  const lock = async (): Promise<void> => {
    const { settings } = await handlers['app.status']({});
    if (settings.lockAfterMinutes > 0) await handlers['encryption.lock']({});
  };
  const away = (): void => void lock().catch(reportDefect);
  powerMonitor.on('suspend', away);
  powerMonitor.on('lock-screen', away);
}

/** A second start only brings the first one's window to the front; what it was started with is not looked at. */
export function showOnSecondStart(window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}
