// The only keydown listener of the window: finds the command of a key, or of a chord of two.
import { CATALOG, type CommandId } from '#shared/commands/catalog';
import type { Command, CommandContext } from '#shared/commands/command';
import type { Unsubscribe } from '#shared/lib/emitter';

import { settleBeforeKey } from '../ui/before-keys.ts';
import { currentContext } from './context.ts';
import { keyOfEvent, keysOf } from './keys.ts';
import { runCommand } from './run-command.ts';

/** Time for the second key of a chord (ms). */
const CHORD_MS = 3000;

interface Binding {
  command: Command<CommandId>;
  strokes: readonly string[];
}

const BINDINGS: readonly Binding[] = (CATALOG as readonly Command<CommandId>[]).flatMap((command) =>
  keysOf(command).map((keys) => ({ command, strokes: keys.split(' ') })),
);

/** Listens in the capture phase, so that a command comes before the widget under it; what is no command goes on untouched. */
export function startDispatcher(onChord: (first: string | null) => void = () => undefined): Unsubscribe {
  let chord: { first: string; until: number } | null = null;
  const endChord = (): void => {
    chord = null;
    onChord(null);
  };
  const listen = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const key = keyOfEvent(event);
    if (key === null) return;
    settleBeforeKey();
    if (!chord && pressesControl(key, event.target)) return;
    const found = currentContext(event.target instanceof Element ? event.target : null);
    // A choice takes letters and arrows; what is held down with Ctrl or Cmd is none of its own.
    const context = event.target instanceof HTMLSelectElement && key.startsWith('Mod+') ? { ...found, typing: false } : found;
    const first = chord && chord.until > event.timeStamp ? chord.first : null;
    if (chord) endChord();
    if (first === null && beginsChord(key, context)) {
      chord = { first: key, until: event.timeStamp + CHORD_MS };
      onChord(key);
      return stop(event);
    }
    const binding = findBinding(first === null ? [key] : [first, key], context);
    if (binding && runCommand(binding.command.id, context)) stop(event);
    else if (first !== null) stop(event);
  };
  window.addEventListener('keydown', listen, true);
  return () => window.removeEventListener('keydown', listen, true);
}

const PRESSED_BY_KEY = 'button, a[href], summary, [role="button"], [role="menuitem"], [role="tab"], [role="switch"], [role="checkbox"]';

/** A focused button or link is pressed by Enter and Space, whatever the surface around it does with them. */
function pressesControl(key: string, target: EventTarget | null): boolean {
  return (key === 'Enter' || key === 'Space') && target instanceof Element && target.matches(PRESSED_BY_KEY);
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function applies({ command }: Binding, context: CommandContext): boolean {
  if (context.typing && !command.whileTyping) return false;
  return command.when?.(context) ?? true;
}

function beginsChord(key: string, context: CommandContext): boolean {
  return BINDINGS.some((binding) => binding.strokes.length === 2 && binding.strokes[0] === key && applies(binding, context));
}

/** A command of the focused surface wins over one of the whole window. */
function findBinding(strokes: readonly string[], context: CommandContext): Binding | undefined {
  const fitting = BINDINGS.filter(
    (binding) =>
      binding.strokes.length === strokes.length &&
      binding.strokes.every((stroke, at) => stroke === strokes[at]) &&
      applies(binding, context),
  );
  return fitting.find((binding) => !EVERYWHERE_GROUPS.has(binding.command.group)) ?? fitting[0];
}

/** Groups of commands that belong to the whole window. */
export const EVERYWHERE_GROUPS: ReadonlySet<string> = new Set(['Study', 'Edit', 'Go', 'View', 'Help']);
