// Every command of the catalogue does something in the window.
import { expect, test } from 'vitest';

import { HANDLERS } from '#renderer/commands/handlers';
import { CATALOG } from '#shared/commands/catalog';

test('each command has a handler, and no handler is without a command', () => {
  expect(Object.keys(HANDLERS).toSorted()).toEqual(CATALOG.map((command) => command.id as string).toSorted());
});

test('no handler is a stand-in that does nothing', () => {
  const idle = Object.entries(HANDLERS).filter(([, handler]) =>
    /^(?:async )?(?:\(\)|function \w*\(\)) ?(?:=> )?(?:undefined|void 0|null|\{\s*\})$/.test(String(handler)),
  );
  expect(idle.map(([id]) => id)).toEqual([]);
});
