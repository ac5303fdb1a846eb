// Drops what meeting programs write twice: a fragment of a sentence, and then the sentence that begins with it.
import type { CueSegment } from './name-cue-speakers.ts';

/** Words that the end of one stretch and the start of the next must share before they count as said once. */
const LEAST_SHARED = 3;
/** Longer repetitions are looked for no further. */
const MOST_SHARED = 60;

/**
 * Segments without repetitions: only those of one named speaker that follow each other and overlap in time are looked at, so that nobody's
 * “Yeah. Yeah.” is lost. Equal ones become one; a longer one takes the place of its own beginning; words that end one and begin the next
 * stay in the first. `dropped` counts these. Case and punctuation do not matter.
 */
export function dropRepeatedFragments(segments: readonly CueSegment[]): { segments: CueSegment[]; dropped: number } {
  const kept: CueSegment[] = [];
  let dropped = 0;
  for (const segment of segments) {
    const before = kept.at(-1);
    const overlaps =
      before !== undefined && before.speaker !== null && before.speaker === segment.speaker && segment.startMs < before.endMs;
    if (!overlaps) {
      kept.push({ ...segment });
      continue;
    }
    const earlier = wordsOf(before.text);
    const later = wordsOf(segment.text);
    const shared = sharedWords(earlier, later);
    if (shared < Math.min(LEAST_SHARED, later.length, earlier.length) || shared === 0) {
      kept.push({ ...segment });
      continue;
    }
    dropped += 1;
    before.endMs = Math.max(before.endMs, segment.endMs);
    // Of what is said twice, the later spelling is the better one.
    if (shared === earlier.length) before.text = segment.text;
    else if (shared < later.length) kept.push({ ...segment, text: later.slice(shared).join(' ') });
  }
  return { segments: kept, dropped };
}

/** How many words end the first and begin the second. */
function sharedWords(earlier: readonly string[], later: readonly string[]): number {
  const left = earlier.map(bare);
  const right = later.map(bare);
  for (let count = Math.min(left.length, right.length, MOST_SHARED); count > 0; count -= 1) {
    if (right.slice(0, count).every((word, at) => word === left[left.length - count + at])) return count;
  }
  return 0;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter(Boolean);
}

function bare(word: string): string {
  const letters = word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? word : letters;
}
