// Meeting programs cut one speaker's words into many timed pieces, some of them twice: the pieces become turns again.
import { UNNAMED_SENTENCE_LENGTH } from '#shared/domain/transcript/join-cue-segments';
import type { ParsedTurn } from '#shared/domain/transcript/parsed-transcript';
import { countNoun } from '#shared/lib/text';

const SENTENCE_END = /[.?!…。？！]["'”’)\]]{0,3}$/u;
/** Below this many turns, nothing can be said about how a program writes. */
const LEAST_TURNS = 4;

/**
 * Joins pieces of one named speaker that follow each other, in transcripts where every turn has a time of its own (a program wrote
 * them). A piece goes on with the turn before it until that has UNNAMED_SENTENCE_LENGTH UTF-16 units and ends a sentence. A piece
 * that repeats the one before it, or of which that was the beginning, stands once.
 */
export function joinFragments(turns: readonly ParsedTurn[]): { turns: ParsedTurn[]; warnings: string[] } {
  const named = turns.filter((turn) => turn.speaker !== null);
  const timed = named.filter((turn) => turn.startMs !== null);
  if (named.length < LEAST_TURNS || timed.length < named.length * 0.9) return { turns: [...turns], warnings: [] };
  const joined: ParsedTurn[] = [];
  let last = '';
  let repeated = 0;
  for (const turn of turns) {
    const open = joined.at(-1);
    if (!open || turn.speaker === null || open.speaker !== turn.speaker || isFull(open.text)) {
      joined.push({ ...turn });
    } else {
      const again = turn.text === last || last.startsWith(turn.text);
      const longer = !again && last.length > 0 && turn.text.startsWith(last);
      if (again || longer) repeated += 1;
      if (longer) open.text = open.text.slice(0, open.text.length - last.length) + turn.text;
      else if (!again) open.text = [open.text, turn.text].filter((text) => text !== '').join(' ');
      if (turn.endMs !== null) open.endMs = Math.max(open.endMs ?? 0, turn.endMs);
    }
    last = turn.text;
  }
  const merged = turns.length - joined.length;
  const warnings: string[] = [];
  if (merged > 0) {
    warnings.push(
      `${countNoun(merged, 'piece', 'pieces')} of one speaker ${merged === 1 ? 'was' : 'were'} joined with the turn before, as one stretch of talk.`,
    );
  }
  if (repeated > 0)
    warnings.push(`${countNoun(repeated, 'piece', 'pieces')} that the program wrote twice ${repeated === 1 ? 'stands' : 'stand'} once.`);
  return { turns: joined, warnings };
}

function isFull(text: string): boolean {
  return text.length >= UNNAMED_SENTENCE_LENGTH && SENTENCE_END.test(text);
}
