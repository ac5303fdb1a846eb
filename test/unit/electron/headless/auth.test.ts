// Start tokens work once and for a minute, sessions end after a pause, guessing is slowed down.
import { describe, expect, it } from 'vitest';

import { Auth } from '../../../../electron/headless/auth.ts';

const MINUTE = 60_000;

function clock() {
  const time = { ms: 1000, now: () => time.ms };
  return time;
}

function sessionOf(auth: Auth): string {
  const exchange = auth.exchange(auth.issueStartToken());
  if (!exchange.ok) throw new Error('no session');
  return exchange.session;
}

describe('start tokens', () => {
  it('are long, random and safe in an address', () => {
    const auth = new Auth();
    const tokens = Array.from({ length: 50 }, () => auth.issueStartToken());
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('are exchanged once', () => {
    const auth = new Auth();
    const token = auth.issueStartToken();
    expect(auth.exchange(token).ok).toBe(true);
    expect(auth.exchange(token)).toEqual({ ok: false, reason: 'refused' });
  });

  it('are good for a minute and no longer', () => {
    const time = clock();
    const auth = new Auth({ now: time.now });
    const first = auth.issueStartToken();
    time.ms += MINUTE + 1;
    expect(auth.exchange(first).ok).toBe(false);
    const second = auth.issueStartToken();
    time.ms += MINUTE;
    expect(auth.exchange(second).ok).toBe(true);
  });

  it('are worth nothing once a newer one is given out', () => {
    const auth = new Auth();
    const first = auth.issueStartToken();
    const second = auth.issueStartToken();
    expect(auth.exchange(first).ok).toBe(false);
    expect(auth.exchange(second).ok).toBe(true);
  });

  it.each([null, '', 'x', 'A'.repeat(43), 'A'.repeat(100_000)])('are not guessed by %j', (guess) => {
    const auth = new Auth();
    auth.issueStartToken();
    expect(auth.exchange(guess).ok).toBe(false);
  });

  it('are not accepted as session tokens, nor sessions as start tokens', () => {
    const auth = new Auth();
    expect(auth.accepts(auth.issueStartToken(), 'call')).toBe(false);
    expect(auth.exchange(sessionOf(auth)).ok).toBe(false);
  });
});

describe('sessions', () => {
  it('stay open while they are used and lock after the pause', () => {
    const time = clock();
    const auth = new Auth({ now: time.now, idleMs: 30 * MINUTE });
    const session = sessionOf(auth);
    for (let hour = 0; hour < 4; hour += 1) {
      time.ms += 29 * MINUTE;
      expect(auth.accepts(session, 'call')).toBe(true);
    }
    time.ms += 31 * MINUTE;
    expect(auth.accepts(session, 'call')).toBe(false);
    expect(auth.accepts(session, 'call'), 'a locked session stays locked').toBe(false);
  });

  it('are not kept awake by listening alone', () => {
    const time = clock();
    const auth = new Auth({ now: time.now, idleMs: 30 * MINUTE });
    const session = sessionOf(auth);
    for (let minute = 0; minute < 30; minute += 10) {
      time.ms += 10 * MINUTE;
      expect(auth.accepts(session, 'listen')).toBe(true);
    }
    time.ms += MINUTE;
    expect(auth.accepts(session, 'listen')).toBe(false);
  });

  it('never lock when the pause is endless', () => {
    const time = clock();
    const auth = new Auth({ now: time.now, idleMs: Infinity });
    const session = sessionOf(auth);
    time.ms += 10_000 * MINUTE;
    expect(auth.accepts(session, 'call')).toBe(true);
  });

  it('stand beside one another, the oldest making room for the seventeenth', () => {
    const auth = new Auth();
    const sessions = Array.from({ length: 17 }, () => sessionOf(auth));
    expect(sessions.map((session) => auth.accepts(session, 'call'))).toEqual([false, ...Array.from({ length: 16 }, () => true)]);
  });
});

describe('guessing', () => {
  it('is paused for a minute after ten wrong tokens in a minute; open sessions go on', () => {
    const time = clock();
    const auth = new Auth({ now: time.now });
    const session = sessionOf(auth);
    for (let guess = 0; guess < 10; guess += 1) {
      expect(auth.paused).toBe(false);
      auth.exchange('wrong');
    }
    expect(auth.paused).toBe(true);
    expect(auth.exchange(auth.issueStartToken())).toEqual({ ok: false, reason: 'paused' });
    expect(auth.accepts(session, 'call')).toBe(true);
    time.ms += MINUTE;
    expect(auth.exchange(auth.issueStartToken()).ok).toBe(true);
  });

  it('is not paused by ten wrong tokens spread over a longer time', () => {
    const time = clock();
    const auth = new Auth({ now: time.now });
    for (let guess = 0; guess < 30; guess += 1) {
      auth.accepts('wrong', 'call');
      time.ms += 7000;
    }
    expect(auth.paused).toBe(false);
  });
});
