// Times of a recording as people read them.

/** `12:30`, from an hour on `1:02:03`. @param ms from the start of the recording; fractions of a second are dropped. */
export function formatClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (count: number): string => String(count).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${two(seconds % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
