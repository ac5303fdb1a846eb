// The first key of a command, as it is read on this platform, for tooltips.
import { commandById, type CommandId } from '#shared/commands/catalog';

import { readableKeys } from '../../ui/readable-keys.ts';

export function keysOf(id: CommandId): string {
  return readableKeys(commandById(id).keys?.[0] ?? '');
}
