// The headers of every answer that a window gets, from the desktop's protocol and from the loopback host alike (trust.md E3, W8).

/** Browser powers that Plumbline never uses. Copying to the clipboard and full screen stay as browsers give them to the page itself. */
const UNUSED_POWERS = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'window-management',
  'xr-spatial-tracking',
] as const;

/** The page may talk to its own server in a browser and to nobody on the desktop, where calls go by IPC. */
function contentSecurityPolicy(host: 'desktop' | 'browser'): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${host === 'browser' ? "'self'" : "'none'"}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** Header names in lower case with their values. */
export function securityHeaders(host: 'desktop' | 'browser'): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(host),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': UNUSED_POWERS.map((power) => `${power}=()`).join(', '),
    'cache-control': 'no-store',
    'x-dns-prefetch-control': 'off',
  };
}
