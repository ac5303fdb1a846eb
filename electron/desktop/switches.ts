// Command-line switches of Chromium: those that open doors are dropped in an installed copy, those that close them are set (trust.md E17, P11).
import { app } from 'electron';

/** Ways in which another program of this user could look into or steer a running window. */
const DOORS = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'allow-file-access-from-files',
  'unsafely-treat-insecure-origin-as-secure',
  'user-data-dir',
  'log-net-log',
  'proxy-server',
  'proxy-pac-url',
  'host-rules',
] as const;

/** Must run before the app is ready. @param installed true in a packaged copy. */
export function setSwitches(installed: boolean): void {
  if (installed) for (const door of DOORS) app.commandLine.removeSwitch(door);
  // No name is ever looked up, whatever part of Chromium asks.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('no-pings');
}
