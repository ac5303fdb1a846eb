// A window stays on the page it was made for: no other address, no second window, no embedded page (trust.md E5).
import { app, BrowserWindow, type Event, type WebContents } from 'electron';

import { isAppPage } from './app-address.ts';
import { openExternal } from './open-external.ts';

/** Watches every web contents that ever comes to be, also those that nobody meant to make. */
export function lockNavigation(): void {
  app.on('web-contents-created', (_event, contents) => lock(contents));
}

function lock(contents: WebContents): void {
  const stay = (event: Event<{ url: string; isMainFrame: boolean }>): void => {
    if (!event.isMainFrame || !isAppPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openExternal(url, BrowserWindow.fromWebContents(contents));
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
