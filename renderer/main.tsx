// Composition root: picks the transport, fills the stores, starts the dispatcher, mounts the workbench.
import './platform/strict-page.ts';

import '@fontsource-variable/literata/opsz.css';
import '@fontsource-variable/literata/opsz-italic.css';
import '@fontsource-variable/atkinson-hyperlegible-next';
import '@fontsource-variable/atkinson-hyperlegible-mono';
import './ui/tokens.css';
import './ui/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import type { CommandId } from '#shared/commands/catalog';

import { App } from './App.tsx';
import { startDispatcher } from './commands/dispatcher.ts';
import { HANDLERS } from './commands/handlers.ts';
import { currentContext } from './commands/context.ts';
import { runCommand, setHandlers } from './commands/run-command.ts';
import { applySettings } from './features/settings/index.ts';
import { openSampleOnFirstStart } from './features/welcome/index.ts';
import { connectToHost } from './platform/host.ts';
import { connectStores } from './stores/session.ts';
import { setChord } from './stores/chord-store.ts';

async function start(): Promise<void> {
  const transport = await connectToHost();
  await connectStores(transport);
  setHandlers(HANDLERS);
  startDispatcher(setChord);
  // The native menu of the desktop names a command; it acts on what had the focus before.
  transport.subscribe((event) => event.type === 'command' && runCommand(event.id as CommandId, currentContext(document.body)));
  applySettings();
  void openSampleOnFirstStart();
  const element = document.getElementById('app');
  if (!element) throw new Error('no element to mount in');
  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : 'Plumbline could not be reached.';
  const place = document.getElementById('app');
  if (place) place.textContent = message;
});
