// How keys read on this platform: `Ctrl+Shift+P` here, `⇧⌘P` on a Mac.

export const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' };
const SIGNS: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** `Ctrl+Shift+P`, `⇧⌘P`, `Ctrl+K Z`. */
export function readableKeys(keys: string, mac: boolean = isMac): string {
  return keys
    .split(' ')
    .map((stroke) => {
      const parts = stroke === '+' ? ['+'] : stroke.split('+').map((part) => part || '+');
      return mac
        ? parts.map((part) => MAC_SIGNS[part] ?? SIGNS[part] ?? part).join('')
        : parts.map((part) => SIGNS[part] ?? part).join('+');
    })
    .join(' ');
}
