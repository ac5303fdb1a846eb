// Signing a browser window in: the token leaves the address first, is exchanged once, and an earlier session outlives a stale address.
import { describe, expect, it } from 'vitest';

import { hasStartToken, openSession, type SessionSurroundings } from '#renderer/platform/session';
import { memoryStorage } from '#test/builders/running-headless';

function surroundings(hash: string, answer: () => Promise<Response>) {
  const log: string[] = [];
  const around: SessionSurroundings = {
    location: { hash, pathname: '/' },
    history: { replaceState: (_data, _title, url) => void log.push(`address ${String(url)}`) },
    storage: memoryStorage(),
    fetch: (place, init) => {
      log.push(`${init.method ?? 'GET'} ${place} ${new Headers(init.headers).get('authorization')}`);
      return answer();
    },
  };
  return { around, log };
}

const json = (status: number, value: unknown) => () => Promise.resolve(Response.json(value, { status }));

describe('openSession', () => {
  it('takes the token out of the address before it uses it, and keeps the session for this tab', async () => {
    const { around, log } = surroundings('#start=abc-DEF_1', json(200, { session: 'S' }));
    expect(await openSession(around)).toBe('S');
    expect(log).toEqual(['address /', 'POST /session Plumbline-Start abc-DEF_1']);
    expect(await openSession({ ...around, location: { hash: '', pathname: '/' } })).toBe('S');
    expect(log).toHaveLength(2);
  });

  it('keeps an earlier session when the address is stale', async () => {
    const { around } = surroundings('#start=used', json(401, { code: 'not-signed-in' }));
    around.storage.setItem('plumbline.session', 'earlier');
    expect(await openSession(around)).toBe('earlier');
  });

  it('says what to do without either', async () => {
    const stale = surroundings('#start=used', json(401, {}));
    await expect(openSession(stale.around)).rejects.toMatchObject({
      code: 'not-allowed',
      message: expect.stringContaining('Press Enter in the terminal'),
    });
    const bare = surroundings('', json(200, {}));
    await expect(openSession(bare.around)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(bare.log).toEqual([]);
  });

  it('tells a pause and a dead host apart', async () => {
    await expect(openSession(surroundings('#start=x', json(429, {})).around)).rejects.toMatchObject({
      message: expect.stringContaining('Wait a minute'),
    });
    const dead = surroundings('#start=x', () => Promise.reject(new TypeError('fetch failed')));
    await expect(openSession(dead.around)).rejects.toMatchObject({ details: { kind: 'connection' } });
  });

  it.each(['#start=', '#start=a b', '#start=a#b', '#board', '', `#start=${'a'.repeat(201)}`])('takes %j for no token', (hash) => {
    expect(hasStartToken(hash)).toBe(false);
  });
});
