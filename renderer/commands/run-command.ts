// Runs a command by id, when it applies.
import { CATALOG, commandById, type CommandId } from '#shared/commands/catalog';
import { CHANGING_COMMANDS } from '#shared/commands/changing-commands';
import type { Command, CommandContext } from '#shared/commands/command';

import { notifyError } from '#renderer/stores/notification-store';
import { refuseToChange } from '#renderer/stores/refuse';

import { currentContext } from './context.ts';

export type Handler = () => void | Promise<void>;
/** Complete by type: a command without a handler does not compile. */
export type Handlers = { readonly [Id in CommandId]: Handler };

let handlers: Handlers | null = null;

/** Called once by main.tsx: handlers live in the features, which this file must not import. */
export function setHandlers(all: Handlers): void {
  handlers = all;
}

export function isEnabled(command: Command, context: CommandContext = currentContext()): boolean {
  return applies(command, context) && !isBarred(command, context);
}

const applies = (command: Command, context: CommandContext): boolean => command.when?.(context) ?? true;

/** It would change a study that can only be read now. */
function isBarred({ id }: Command, context: CommandContext): boolean {
  return context.vaultOpen && CHANGING_COMMANDS.has(id as CommandId) && (context.has('readOnly') || context.has('lookingBack'));
}

/** @returns false when the command does not apply now. Failures are shown as notifications, and so is why a study cannot be changed. */
export function runCommand(id: CommandId, context: CommandContext = currentContext()): boolean {
  const command = commandById(id);
  if (!handlers || !Object.hasOwn(handlers, id) || !applies(command, context)) return false;
  if (isBarred(command, context)) return refuseToChange();
  try {
    const work = handlers[id]();
    if (work instanceof Promise) work.catch((error: unknown) => notifyError(error));
  } catch (error) {
    notifyError(error);
  }
  return true;
}

/** Commands that apply now and are listed in the palette. */
export function listedCommands(context: CommandContext = currentContext()): Command<CommandId>[] {
  return (CATALOG as readonly Command<CommandId>[]).filter((command) => !command.keyOnly && isEnabled(command, context));
}
