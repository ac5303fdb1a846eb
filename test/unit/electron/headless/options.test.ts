// Words of the loopback host's command line and surroundings.
import { describe, expect, it } from 'vitest';

import { readArguments } from '../../../../electron/headless/options.ts';

describe('readArguments', () => {
  it('chooses any port, opens the browser and locks after half an hour', () => {
    expect(readArguments([], {})).toEqual({ port: 0, vault: null, openBrowser: true, idleMs: 1_800_000, stopAfterMs: Infinity });
  });

  it('does as it is told', () => {
    expect(readArguments(['--port', '8080', '--vault', 'My.plumb', '--no-open', '--stop-after', '90'], {})).toEqual({
      port: 8080,
      vault: 'My.plumb',
      openBrowser: false,
      idleMs: 1_800_000,
      stopAfterMs: 5_400_000,
    });
    expect(readArguments([], { PLUMBLINE_NO_OPEN: '1', PLUMBLINE_IDLE_MINUTES: '5' })).toMatchObject({
      openBrowser: false,
      idleMs: 300_000,
    });
    expect(readArguments([], { PLUMBLINE_IDLE_MINUTES: '0' }).idleMs).toBe(Infinity);
  });

  it.each([
    [['--port', '-1']],
    [['--port', '1.5']],
    [['--port']],
    [['--address', '0.0.0.0']],
    [['word']],
    [['--stop-after', '0']],
    [['--stop-after', 'soon']],
  ])('refuses %j', (args) => {
    expect(() => readArguments(args, {})).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });

  it.each(['soon', '-1', 'NaN', 'Infinity'])('refuses %s as a number of minutes', (minutes) => {
    expect(() => readArguments([], { PLUMBLINE_IDLE_MINUTES: minutes })).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });
});
