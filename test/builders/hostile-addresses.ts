// Addresses that must not be gone to, opened or served: schemes, disguises, and paths that climb.

const HOSTS = ['evil.test', 'plumbline', '127.0.0.1', '[::1]', 'localhost:4711'];

const SCHEMES = [
  'http',
  'https',
  'ws',
  'wss',
  'ftp',
  'file',
  'data',
  'blob',
  'javascript',
  'vbscript',
  'about',
  'chrome',
  'chrome-extension',
  'devtools',
  'view-source',
  'filesystem',
  'smb',
  'ldap',
  'tel',
  'sms',
  'ssh',
  'telnet',
  'search-ms',
  'search',
  'ms-msdt',
  'ms-officecmd',
  'ms-word',
  'ms-excel',
  'ms-settings',
  'ms-appinstaller',
  'ms-cxh',
  'ms-gamingoverlay',
  'shell',
  'jar',
  'vscode',
  'obsidian',
  'steam',
  'zoommtg',
  'itms-apps',
  'intent',
  'x-apple.systempreferences',
  'apps',
  'App2',
  'appx',
];

/** Near misses of the app's own address. */
const LOOKALIKES = [
  'app://plumbline.evil.test/',
  'app://bundle.evil/',
  'app://plumblin/',
  'app://plumbline:80/',
  'app://user@plumbline/',
  'app://plumbline@evil.test/',
  'app://plumbline/?x',
  'app://plumbline/index.html',
  'app://plumbline//',
  'app://plumbline/../',
  'app:plumbline',
  'app:/plumbline/',
  'app:///plumbline/',
  'app://plumbline',
  'APP://plumbline/',
  'app://PLUMBLINE/',
  'app://plumbline/ ',
  ' app://plumbline/',
  'app://plumbline/\n',
  'app://plumbline\\',
  'app://plumbline/%00',
  'app://evil.test/#app://plumbline/',
  '',
  'plumbline',
  '/',
  '#',
  '//evil.test/',
  '\\\\evil.test\\share',
];

/** More than 200 addresses, none of which is the page. */
export function hostileAddresses(): string[] {
  const foreign = SCHEMES.flatMap((scheme) => HOSTS.map((host) => `${scheme}://${host}/`));
  return [
    ...foreign,
    ...LOOKALIKES,
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'about:blank',
    'about:srcdoc',
  ];
}

const CLIMBS = [
  '..',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '%252e%252e',
  '..%00',
  '%c0%ae%c0%ae',
  '%uff0e%uff0e',
  '....',
  '..;',
  '\u2025',
  '\uff0e\uff0e',
];
const SLASHES = ['/', '\\', '%2f', '%5c', '%252f', '//', '/./', '%c0%af'];
const PLACES = ['etc/passwd', 'package.json', 'windows/win.ini', 'C:/boot.ini', 'index.html', 'assets/app.js%00.png', '.git/config'];

/** More than 500 paths that try to leave the folder of served files, or to reach one of them by another name. */
export function climbingPaths(): string[] {
  const paths: string[] = [];
  for (const climb of CLIMBS)
    for (const slash of SLASHES)
      for (const place of PLACES) paths.push(`/${climb}${slash}${place}`, `/assets${slash}${`${climb}${slash}`.repeat(4)}${place}`);
  return [
    ...paths,
    '/.',
    '/./',
    '//',
    '//etc/passwd',
    '///etc/passwd',
    '/%',
    '/%zz',
    '/assets',
    '/assets/',
    '/ASSETS/APP.JS',
    '/assets/app.js/',
    '/assets/app.js.',
    '/assets/app.js::$DATA',
    '/assets/app.js?',
    '/CON',
    '/NUL',
    '/file:///etc/passwd',
    '/C:/boot.ini',
    '/\\\\server\\share',
    '/__proto__',
    '/constructor',
  ];
}
