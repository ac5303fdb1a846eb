// Who may talk to the loopback host: a start token that opens one session, and the session tokens it was exchanged for (trust.md W5, W10, W13).
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface AuthOptions {
  /** Monotonic clock (ms). */
  now?: () => number;
  /** How long a start token is good for (ms). */
  startTokenMs?: number;
  /** A session that asks for nothing this long is locked (ms); Infinity for never. */
  idleMs?: number;
}

export type Exchange = { ok: true; session: string } | { ok: false; reason: 'refused' | 'paused' };

export const START_TOKEN_MS = 60_000;
export const IDLE_LOCK_MS = 30 * 60_000;

const FAILURES_ALLOWED = 10;
const FAILURE_WINDOW_MS = 60_000;
const SESSIONS_ALLOWED = 16;

interface Session {
  hash: Buffer;
  lastUsed: number;
}

/** Only hashes are kept, so that comparing takes the same time for every guess and a memory dump holds no token. */
export class Auth {
  readonly #now: () => number;
  readonly #startTokenMs: number;
  readonly #idleMs: number;
  #start: { hash: Buffer; issuedAt: number } | null = null;
  #sessions: Session[] = [];
  #failures: number[] = [];
  #pausedUntil = -Infinity;

  constructor(options: AuthOptions = {}) {
    this.#now = options.now ?? (() => performance.now());
    this.#startTokenMs = options.startTokenMs ?? START_TOKEN_MS;
    this.#idleMs = options.idleMs ?? IDLE_LOCK_MS;
  }

  /** Makes a start token; one made before is worth nothing from now on. */
  issueStartToken(): string {
    const token = newToken();
    this.#start = { hash: hashOf(token), issuedAt: this.#now() };
    return token;
  }

  /** Takes a start token, once, and gives a session token for it. */
  exchange(startToken: string | null): Exchange {
    if (this.paused) return { ok: false, reason: 'paused' };
    const start = this.#start;
    const inTime = start !== null && this.#now() - start.issuedAt <= this.#startTokenMs;
    if (!start || !inTime || startToken === null || !timingSafeEqual(start.hash, hashOf(startToken))) {
      this.#countFailure();
      return { ok: false, reason: 'refused' };
    }
    this.#start = null;
    const session = newToken();
    this.#sessions = [...this.#sessions, { hash: hashOf(session), lastUsed: this.#now() }].slice(-SESSIONS_ALLOWED);
    return { ok: true, session };
  }

  /**
   * Does this token belong to a session that is not locked?
   * @param use 'call' keeps the session awake; 'listen' (the event stream) does not.
   */
  accepts(sessionToken: string | null, use: 'call' | 'listen'): boolean {
    const now = this.#now();
    this.#sessions = this.#sessions.filter((session) => now - session.lastUsed <= this.#idleMs);
    const hash = hashOf(sessionToken ?? '');
    const session = this.#sessions.find((candidate) => timingSafeEqual(candidate.hash, hash));
    if (!session || sessionToken === null) {
      this.#countFailure();
      return false;
    }
    if (use === 'call') session.lastUsed = now;
    return true;
  }

  /** True for a minute after ten wrong tokens within a minute. Open sessions go on: a stranger must not lock the owner out. */
  get paused(): boolean {
    return this.#now() < this.#pausedUntil;
  }

  #countFailure(): void {
    const now = this.#now();
    this.#failures = [...this.#failures.filter((at) => now - at < FAILURE_WINDOW_MS), now];
    if (this.#failures.length < FAILURES_ALLOWED) return;
    this.#pausedUntil = now + FAILURE_WINDOW_MS;
    this.#failures = [];
  }
}

/** 32 random bytes, safe in a URL. */
function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
