// The time as records and entries write it.

/**
 * A clock that gives the time in ISO 8601, UTC, to the millisecond. The text is made once a millisecond: in a burst of edits making it
 * costs more than all the rest of asking for the time.
 * @param nowMs milliseconds since 1970; the system's clock unless given.
 */
export function isoClock(nowMs: () => number = Date.now): () => string {
  let last = Number.NaN;
  let text = '';
  return () => {
    const ms = nowMs();
    if (ms !== last) {
      text = new Date(ms).toISOString();
      last = ms;
    }
    return text;
  };
}
