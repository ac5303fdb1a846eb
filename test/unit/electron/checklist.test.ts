// trust.md E1-E20 as one table: each rule looked for in the sources of the desktop and in the built program. How the handlers behave when
// they are called with hostile input is tested one by one in test/unit/electron/desktop; what needs Electron itself stands in docs/SECURITY.md.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, test } from 'vitest';

import { securityHeaders } from '#core/services/security-headers';
import { builtModules, ensureBuilt, REPOSITORY } from '#test/builders/built-output';
import { sourceFiles } from '#test/builders/source-files';

const withoutComments = (text: string): string => text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
const joined = (files: readonly { text: string }[]): string => files.map(({ text }) => withoutComments(text)).join('\n');
const sources = joined(sourceFiles(/\.ts$/, ['electron/desktop']));
const page = joined(sourceFiles(/\.tsx?$/, ['renderer']));
const read = (file: string): string => readFileSync(path.join(REPOSITORY, file), 'utf8');
let built = '';

beforeAll(() => {
  ensureBuilt();
  built = joined([...builtModules('out/main/desktop.js'), { text: read('out/preload/preload.cjs') }]);
}, 120_000);

interface Rule {
  rule: string;
  /** Must stand in both texts. */
  there?: readonly RegExp[];
  /** Must stand in neither. */
  absent?: readonly RegExp[];
  /** Calls that stand in the sources exactly once. */
  once?: readonly RegExp[];
}

/** A switch of the window's preferences; the bundle may spell true and false as it likes. */
const set = (name: string, value: boolean): RegExp => new RegExp(`\\b${name}: ?(?:${value}|${value ? '!0' : '!1'})\\b`);

const RULES: readonly Rule[] = [
  {
    rule: 'E1 one factory of closed windows, sandbox for all',
    there: [
      ...['sandbox', 'contextIsolation', 'webSecurity'].map((name) => set(name, true)),
      ...['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'].map((name) => set(name, false)),
      ...['webviewTag', 'spellcheck', 'navigateOnDragDrop', 'allowRunningInsecureContent', 'experimentalFeatures'].map((name) =>
        set(name, false),
      ),
      /app\.enableSandbox\(\)/,
    ],
    absent: [/enableBlinkFeatures/, /BrowserView\b/, /WebContentsView/],
    once: [/new BrowserWindow\(/g],
  },
  {
    rule: 'E4 every permission handler is set',
    there: ['PermissionRequest', 'PermissionCheck', 'DevicePermission', 'DisplayMediaRequest'].map(
      (name) => new RegExp(`set${name}Handler\\(`),
    ),
  },
  {
    rule: 'E5 navigation, new windows and webviews',
    there: [
      /'?"?will-navigate/,
      /will-frame-navigate/,
      /will-redirect/,
      /will-attach-webview/,
      /setWindowOpenHandler\(/,
      /action: ?["']deny["']/,
    ],
  },
  { rule: 'E6 one wrapper around ipcMain', once: [/ipcMain\.handle\(/g], absent: [/ipcMain\.(?:on|once|handleOnce)\(/] },
  {
    rule: 'E7 the bridge is one frozen object',
    once: [/exposeInMainWorld\(/g],
    there: [/Object\.freeze\(/],
    absent: [/exposeIn(?:MainWorld|IsolatedWorld)\([^,]+, ?ipcRenderer/],
  },
  {
    rule: 'E9 a standard secure scheme without ways around the policy',
    there: [set('standard', true), set('secure', true)],
    absent: [/bypassCSP/, /corsEnabled/, /registerFileProtocol/],
  },
  { rule: 'E10 no file: and no http: page', once: [/\.loadURL\(/g], absent: [/\.loadFile\(/, /loadURL\(\s*["'`](?:https?|file):/] },
  { rule: 'E11 the request firewall', there: [/onBeforeRequest\(/] },
  {
    rule: 'E12 one door to the outside, never for files',
    once: [/shell\.openExternal\(/g],
    absent: [/shell\.(?:openPath|showItemInFolder|trashItem)\(/],
  },
  {
    rule: 'E15 single instance, what a second one brings is not looked at',
    there: [/requestSingleInstanceLock\(\)/, /second-instance["'], ?\(\) ?=>/],
    absent: [/["']open-(?:url|file)["']/],
  },
  {
    rule: 'E16 no updater, crash reporter, remote module, claimed scheme',
    absent: [/autoUpdater/, /crashReporter/, /@electron\/remote/, /setAsDefaultProtocolClient/, /executeJavaScript/],
  },
  {
    rule: 'E17 developer tools and debugging switches',
    there: [/remote-debugging-port/, /inspect-brk/, /removeSwitch\(/],
    absent: [/openDevTools\(/, /role: ?["'](?:reload|forceReload|toggleDevTools)["']/],
  },
  { rule: 'E19 downloads only as exports of the page', there: [/will-download/, /setSaveDialogOptions\(/] },
];

describe.each(RULES)('$rule', ({ there = [], absent = [], once = [] }) => {
  test.each(['sources', 'built program'])('in the %s', (where) => {
    const text = where === 'sources' ? sources : built;
    expect(there.filter((pattern) => !pattern.test(text))).toEqual([]);
    expect(absent.filter((pattern) => pattern.test(text))).toEqual([]);
    expect(once.filter((pattern) => [...text.matchAll(pattern)].length !== 1)).toEqual([]);
  });
});

test('the looking itself works: a door that is open is found', () => {
  const [windows, , , ipc] = RULES;
  expect(windows?.there?.filter((pattern) => !pattern.test(sources.replace('sandbox: true', 'sandbox: false'))).length).toBe(1);
  expect(ipc?.absent?.some((pattern) => pattern.test(`${sources} ipcMain.on('x')`))).toBe(true);
});

test('E2 no sink for markup outside the sanitising one', () => {
  const sinks =
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|createContextualFragment)\b|\beval\(|new Function\(/;
  const found = sourceFiles(/\.tsx?$/, ['renderer']).filter(({ text }) => sinks.test(withoutComments(text)));
  expect(found.map(({ file }) => file)).toEqual(['renderer/ui/SafeMarkdown.tsx']);
  expect(page).toContain('DOMPurify');
});

test('E3 the policy is sent with every answer', () => {
  const policy =
    Object.fromEntries(Object.entries(securityHeaders('desktop')).map(([name, value]) => [name.toLowerCase(), value]))[
      'content-security-policy'
    ] ?? '';
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ])
    expect(policy).toContain(part);
  expect(policy).not.toMatch(/unsafe-|https?:|\*/);
});

test('E8 the channels of the preload are those of the main side', () => {
  const channels = (text: string, call: RegExp): string[] =>
    [...new Set([...text.matchAll(call)].map(([, name]) => name ?? ''))].toSorted();
  const preload = read('out/preload/preload.cjs');
  expect(channels(preload, /\.(?:invoke|on|send)\(["'`](\w+)/g)).toEqual(['event', 'rpc']);
  expect(channels(built, /\bregister\(["'`](\w+)/g)).toEqual(['rpc']);
});

test('E14 every fuse is decided about, and an unknown one stops the packaging', () => {
  const configuration = read('electron-builder.yml');
  const fuses = /electronFuses:\n((?: {2}\w+: (?:true|false)\n)+)/.exec(configuration)?.[1] ?? '';
  expect(Object.fromEntries([...fuses.matchAll(/(\w+): (true|false)/g)].map(([, name, value]) => [name, value === 'true']))).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
  expect(configuration).toMatch(/^afterPack: \.\/scripts\/require-known-fuses\.ts$/m);
});

test('E18 the Electron that is shipped is one of the last three majors (45 was the newest in November 2026)', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
  expect([43, 44, 45]).toContain(Number(devDependencies['electron']?.split('.')[0]));
});

test('E13, E20 dropped files are read as bytes by the page: no path of theirs reaches the program', () => {
  expect(sources + page).not.toMatch(/getPathForFile|webUtils|\.webkitRelativePath/);
  expect(page).toMatch(/\.dataTransfer/);
});
