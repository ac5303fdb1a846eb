// Keys: from keyboard events to the notation of the catalogue, and from the notation to what a person reads.
import type { Command } from '#shared/commands/command';
import { isMac } from '#renderer/ui/readable-keys';

export { readableKeys } from '#renderer/ui/readable-keys';

/** `Mod+Shift+P` of an event; null for a modifier alone. Letters follow the layout, digits the physical key. */
export function keyOfEvent(event: KeyboardEvent, mac: boolean = isMac): string | null {
  const name = keyName(event);
  if (name === null) return null;
  const parts: string[] = [];
  if (mac ? event.metaKey : event.ctrlKey) parts.push('Mod');
  if (mac && event.ctrlKey) parts.push('Ctrl');
  if (event.altKey) parts.push('Alt');
  if (event.shiftKey && shiftCounts(name)) parts.push('Shift');
  return [...parts, name].join('+');
}

function keyName({ key, code }: KeyboardEvent): string | null {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified'].includes(key)) return null;
  const digit = /^Digit(\d)$/.exec(code);
  if (digit?.[1]) return digit[1];
  if (code === 'Comma') return ',';
  if (code === 'Period') return '.';
  if (key === ' ') return 'Space';
  return key.length === 1 ? key.toUpperCase() : key;
}

/** For a sign that needs Shift on some layouts, Shift is part of the sign. */
function shiftCounts(name: string): boolean {
  return name.length > 1 || /[\p{L}\p{N},.]/u.test(name);
}

/** Keys of a command on this platform. */
export function keysOf(command: Command, mac: boolean = isMac): readonly string[] {
  return (mac ? command.macKeys : undefined) ?? command.keys ?? [];
}
