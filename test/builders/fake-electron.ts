// Stands in for the `electron` module, which has no binary here: records what the desktop asks for and lets tests fire its handlers.
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';

type Handler = (...args: never[]) => unknown;

/** Every call as `name` and arguments, in order. */
export const calls: { name: string; args: unknown[] }[] = [];

export function callsOf(name: string): unknown[][] {
  return calls.filter((call) => call.name === name).map((call) => call.args);
}

const record =
  (name: string, answer?: (...args: never[]) => unknown) =>
  (...args: unknown[]): unknown => {
    calls.push({ name, args });
    return answer?.(...(args as never[]));
  };

export class FakeContents extends EventEmitter {
  readonly mainFrame = { url: 'app://plumbline/', origin: 'app://plumbline', parent: null as unknown };
  sent: { channel: string; message: unknown }[] = [];
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  destroyed = false;
  reloads = 0;
  isDestroyed = (): boolean => this.destroyed;
  /** As IPC does: a copy arrives, later. */
  send(channel: string, message: unknown): void {
    this.sent.push({ channel, message: structuredClone(message) });
    this.emit('sent', channel, structuredClone(message));
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  setWebRTCIPHandlingPolicy = record('contents.setWebRTCIPHandlingPolicy');
  reload(): void {
    this.reloads += 1;
  }
}

export class BrowserWindow extends EventEmitter {
  static windows: BrowserWindow[] = [];
  static fromWebContents(contents: FakeContents): BrowserWindow | null {
    return BrowserWindow.windows.find((window) => window.webContents === contents) ?? null;
  }
  readonly webContents = new FakeContents();
  readonly options: Record<string, unknown>;
  destroyed = false;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    BrowserWindow.windows.push(this);
    calls.push({ name: 'new BrowserWindow', args: [options] });
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL = record('window.loadURL', () => Promise.resolve());
  show = record('window.show');
  focus = record('window.focus');
  restore = record('window.restore');
  isMinimized = (): boolean => true;
  isDestroyed = (): boolean => this.destroyed;
}

export class FakeSession extends EventEmitter {
  handlers: Record<string, Handler> = {};
  readonly #keep =
    (name: string) =>
    (handler: Handler): void => {
      this.handlers[name] = handler;
    };
  setPermissionRequestHandler = this.#keep('permissionRequest');
  setPermissionCheckHandler = this.#keep('permissionCheck');
  setDevicePermissionHandler = this.#keep('device');
  setDisplayMediaRequestHandler = this.#keep('displayMedia');
  allowNTLMCredentialsForDomains = record('session.allowNTLMCredentialsForDomains');
  webRequest = { onBeforeRequest: this.#keep('beforeRequest') };
  protocol = {
    handle: (scheme: string, handler: Handler): void => {
      this.handlers[`protocol ${scheme}`] = handler;
    },
  };
}

const ipcHandlers = new Map<string, Handler>();
export const ipcMain = {
  handle: (channel: string, handler: Handler): void => {
    if (ipcHandlers.has(channel)) throw new Error(`second handler for ${channel}`);
    ipcHandlers.set(channel, handler);
  },
  removeHandler: (channel: string): void => void ipcHandlers.delete(channel),
};

export function ipcChannels(): string[] {
  return [...ipcHandlers.keys()];
}

/** Sends a message the way a frame of a page would: everything is copied on the way. */
export async function invokeFrom(
  event: { sender: unknown; senderFrame: unknown },
  channel: string,
  ...messages: unknown[]
): Promise<unknown> {
  const handler = ipcHandlers.get(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  const copies = messages.map((message) => structuredClone(message));
  return structuredClone(await handler(...([event, ...copies] as never[])));
}

export const app = Object.assign(new EventEmitter(), {
  isPackaged: true,
  lock: true,
  commandLine: { appendSwitch: record('commandLine.appendSwitch'), removeSwitch: record('commandLine.removeSwitch') },
  enableSandbox: record('app.enableSandbox'),
  // As the real one does.
  setPath: record('app.setPath', (_name: string, folder: string) => {
    if (!existsSync(folder)) throw new Error(`setPath: ${folder} does not exist`);
  }),
  quit: record('app.quit'),
  exit: record('app.exit'),
  whenReady: (): Promise<void> => Promise.resolve(),
  requestSingleInstanceLock: (): boolean => app.lock,
});

export const protocol = { registerSchemesAsPrivileged: record('protocol.registerSchemesAsPrivileged') };
export const powerMonitor = new EventEmitter();
export const shell = { openExternal: record('shell.openExternal', () => Promise.resolve()) };

/** What the person answers in the next question; 0 is the safe button. */
export const person = { answers: 0 };
export const dialog = {
  showMessageBox: record('dialog.showMessageBox', () => Promise.resolve({ response: person.answers })),
  showErrorBox: record('dialog.showErrorBox'),
};
export const Menu = {
  buildFromTemplate: record('Menu.buildFromTemplate', () => ({})),
  setApplicationMenu: record('Menu.setApplicationMenu'),
};

const sessions = new Map<string, FakeSession>();
export const session = {
  defaultSession: new FakeSession(),
  fromPartition: (partition: string, options: unknown): FakeSession => {
    calls.push({ name: 'session.fromPartition', args: [partition, options] });
    const known = sessions.get(partition) ?? new FakeSession();
    sessions.set(partition, known);
    return known;
  },
};

/** The preload's side: what it exposes, and a line to the main side's handlers through one window. */
export const exposed: Record<string, unknown> = {};
export const contextBridge = { exposeInMainWorld: (name: string, api: unknown): void => void (exposed[name] = api) };
export const ipcRenderer = Object.assign(new EventEmitter(), {
  window: null as FakeContents | null,
  invoke: (channel: string, message: unknown): Promise<unknown> => {
    const sender = ipcRenderer.window;
    return invokeFrom({ sender, senderFrame: sender?.mainFrame ?? null }, channel, message);
  },
});

/** Lets what a window is sent arrive at the preload, in order and later than a reply may: Electron promises no more. */
export function joinPreload(contents: FakeContents): void {
  ipcRenderer.window = contents;
  contents.on('sent', (channel: string, message: unknown) => setTimeout(() => ipcRenderer.emit(channel, {}, message), 3));
}

/** Forgets everything recorded and registered. */
export function resetElectron(): void {
  calls.length = 0;
  ipcHandlers.clear();
  sessions.clear();
  session.defaultSession = new FakeSession();
  BrowserWindow.windows = [];
  person.answers = 0;
  Object.assign(app, { isPackaged: true, lock: true });
  for (const emitter of [app, powerMonitor, ipcRenderer]) emitter.removeAllListeners();
  ipcRenderer.window = null;
  for (const name of Object.keys(exposed)) delete exposed[name];
}
