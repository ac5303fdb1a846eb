// The catalogue of commands and the list of edits: nothing twice, nothing out of reach.
import { describe, expect, test } from 'vitest';

import { EVERYWHERE_GROUPS } from '#renderer/commands/dispatcher';
import { keysOf } from '#renderer/commands/keys';
import { CATALOG } from '#shared/commands/catalog';
import { type Command, type CommandContext, type ContextFlag, SURFACES, type Surface } from '#shared/commands/command';
import { EDITS } from '#shared/edits/index';

const COMMANDS: readonly Command[] = CATALOG;

/** What a context was asked, and what it said. */
type Facts = Map<string, boolean | Surface>;

class Unknown extends Error {
  readonly fact: string;

  constructor(fact: string) {
    super(fact);
    this.fact = fact;
  }
}

/** A context that knows these facts only, and says which one is missing. */
function contextOf(facts: Facts): CommandContext {
  const know = (fact: string): boolean | Surface => {
    const known = facts.get(fact);
    if (known === undefined) throw new Unknown(fact);
    return known;
  };
  return {
    get vaultOpen() {
      return know('vaultOpen') as boolean;
    },
    get typing() {
      return know('typing') as boolean;
    },
    get surface() {
      return know('surface') as Surface;
    },
    get canUndo() {
      return know('canUndo') as boolean;
    },
    get canRedo() {
      return know('canRedo') as boolean;
    },
    has: (flag: ContextFlag) => know(`has ${flag}`) as boolean,
  };
}

const applies = (command: Command, context: CommandContext): boolean =>
  (command.whileTyping || !context.typing) && (command.when?.(context) ?? true);

/** A situation in which all of them apply, or null. Tries every answer to every question that their `when` asks: no guessing. */
function situationFor(commands: readonly Command[], facts: Facts = new Map()): Facts | null {
  try {
    const context = contextOf(facts);
    return commands.every((command) => applies(command, context)) ? facts : null;
  } catch (error) {
    if (!(error instanceof Unknown)) throw error;
    const answers: readonly (boolean | Surface)[] = error.fact === 'surface' ? SURFACES : [true, false];
    for (const answer of answers) {
      const found = situationFor(commands, new Map([...facts, [error.fact, answer]]));
      if (found) return found;
    }
    return null;
  }
}

const describeFacts = (facts: Facts): string => [...facts].map(([fact, value]) => `${fact}: ${value}`).join(', ');

/** Pairs of commands that want the same key at the same moment, so that one of them can never be had. */
function clashes(commands: readonly Command[], mac: boolean): string[] {
  const bindings = commands.flatMap((command) => keysOf(command, mac).map((keys) => ({ command, keys, strokes: keys.split(' ') })));
  return bindings.flatMap((left, index) =>
    bindings.slice(index + 1).flatMap((right) => {
      const same = left.keys === right.keys;
      // The dispatcher waits for a second key as soon as a chord begins with this one, whoever wanted it alone.
      const swallowed = left.strokes.length !== right.strokes.length && left.strokes[0] === right.strokes[0];
      const ranked = EVERYWHERE_GROUPS.has(left.command.group) !== EVERYWHERE_GROUPS.has(right.command.group);
      if (!swallowed && (!same || ranked)) return [];
      const situation = situationFor([left.command, right.command]);
      return situation ? [`${left.keys}: ${left.command.id} and ${right.command.id} (${describeFacts(situation)})`] : [];
    }),
  );
}

const KEY = /^(?:(?:Mod|Ctrl|Alt|Shift)\+)*(?:[^\sa-z]|[A-Z][A-Za-z]*\d*|F\d{1,2})$/u;

describe('commands', () => {
  test('each has its own id and a title that begins with a capital', () => {
    const ids = COMMANDS.map((command) => command.id);
    expect(ids.length).toBeGreaterThan(100);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(COMMANDS.filter((command) => !/^[A-Z].*\S$/.test(command.title)).map((command) => command.id)).toEqual([]);
  });

  test('two that are listed in the palette at the same time are not called the same', () => {
    const listed = COMMANDS.filter((command) => !command.keyOnly);
    const twins = listed.flatMap((left, index) =>
      listed
        .slice(index + 1)
        .filter((right) => left.title === right.title && left.group === right.group && situationFor([left, right]))
        .map((right) => [left.id, right.id]),
    );
    expect(twins).toEqual([]);
  });

  test('each can apply in some situation', () => {
    expect(COMMANDS.filter((command) => !situationFor([command])).map((command) => command.id)).toEqual([]);
  });

  test('keys are written as the dispatcher reads them', () => {
    const odd = COMMANDS.flatMap((command) =>
      [...keysOf(command, false), ...keysOf(command, true)].filter((keys) => !keys.split(' ').every((stroke) => KEY.test(stroke))),
    );
    expect(odd).toEqual([]);
  });

  test.each([
    ['other computers', false],
    ['a Mac', true],
  ])('no two want the same key at the same moment on %s', (_where, mac) => {
    expect(clashes(COMMANDS, mac)).toEqual([]);
  });

  test('the looking itself works: a clash, a swallowed key, and two that never meet', () => {
    const command = (id: string, key: string, when?: Command['when']): Command => ({
      id,
      title: id,
      group: 'Board',
      keys: [key],
      ...(when ? { when } : {}),
    });
    const onBoard = command('a', 'T', ({ surface, has }) => surface === 'board' && has('cardSelected'));
    expect(clashes([onBoard, command('b', 'T', ({ vaultOpen }) => vaultOpen)], false)).toHaveLength(1);
    expect(clashes([onBoard, command('c', 'T X')], false)).toHaveLength(1);
    expect(clashes([onBoard, command('d', 'T', ({ surface }) => surface === 'matrix')], false)).toEqual([]);
    expect(clashes([onBoard, command('e', 'T', ({ has }) => !has('cardSelected'))], false)).toEqual([]);
  });
});

describe('edits', () => {
  const modules = import.meta.glob<Record<string, unknown>>('../../../shared/edits/*.ts', { eager: true });
  const isEdit = (value: unknown): value is { name: string } =>
    typeof value === 'object' && value !== null && 'run' in value && 'input' in value && 'label' in value;
  const defined = Object.entries(modules).flatMap(([file, exports]) =>
    Object.entries(exports)
      .filter(([, value]) => isEdit(value))
      .map(([key, value]) => ({ file, key, edit: value as { name: string } })),
  );

  test('each is defined once, exported under its own name, and listed once', () => {
    expect(defined.length).toBeGreaterThan(30);
    expect(defined.filter(({ key, edit }) => key !== edit.name).map(({ file, key }) => `${file}: ${key}`)).toEqual([]);
    const names = defined.map(({ edit }) => edit.name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(Object.keys(EDITS).toSorted()).toEqual(names.toSorted());
    expect(Object.entries(EDITS).filter(([name, edit]) => edit.name !== name)).toEqual([]);
  });
});
