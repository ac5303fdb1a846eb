// Full-text search over the transcripts of the open study: every place where the words stand, in order of the interviews.
import type { SearchAnswer, SearchMatch } from '#shared/rpc/answers';
import type { Turn } from '#shared/model/transcript';
import type { StudyView } from '../study-view.ts';

/** UTF-16 units of context shown on each side. */
const CONTEXT = 60;

/** Folds case only: offsets in the folded text stay offsets in the text (characters whose lower case is longer are kept as they are). */
function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : [...text].map((character) => (character.toLowerCase().length === character.length ? character.toLowerCase() : character)).join('');
}

export class PlainSearch {
  readonly #folded = new Map<string, { turns: readonly Turn[]; folded: string[] }>();

  /** Drops everything kept of a study that was closed. */
  clear(): void {
    this.#folded.clear();
  }

  /** Places where the query stands word for word, without regard to case. */
  async find(vault: StudyView, query: string, limit: number): Promise<SearchAnswer> {
    const wanted = foldCase(query.trim());
    const answer: SearchAnswer = { matches: [], total: 0 };
    if (wanted === '') return answer;
    const sources = [...vault.state.all('sources').values()].sort((left, right) => left.title.localeCompare(right.title));
    for (const source of sources) {
      const key = `${source.id}.${source.transcript.revision}`;
      let text = this.#folded.get(key);
      if (!text) {
        const turns = await vault.turns(source.id).catch(() => [] as readonly Turn[]);
        text = { turns, folded: turns.map((turn) => foldCase(turn.text)) };
        this.#folded.set(key, text);
      }
      for (const [index, folded] of text.folded.entries()) {
        for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
          answer.total += 1;
          const turn = text.turns[index];
          if (turn && answer.matches.length < limit) answer.matches.push(matchAt(source.id, index, turn, at, wanted.length));
        }
      }
    }
    return answer;
  }
}

function matchAt(sourceId: string, index: number, turn: Turn, at: number, length: number): SearchMatch {
  const from = Math.max(0, at - CONTEXT);
  const lead = from === 0 ? turn.text.slice(0, at) : `…${turn.text.slice(from, at).replace(/^\S*\s/, '')}`;
  const before = lead.replace(/\s+/g, ' ');
  const words = turn.text.slice(at, at + length);
  return {
    sourceId,
    turn: index,
    startOffset: at,
    endOffset: at + length,
    speaker: turn.speaker,
    startMs: turn.startMs,
    context: before + words + contextAfter(turn.text, at + length),
    contextStart: before.length,
  };
}

function contextAfter(text: string, from: number): string {
  const rest = text.slice(from, from + CONTEXT).replace(/\s+/g, ' ');
  return from + CONTEXT < text.length ? `${rest.replace(/\s\S*$/, '')}…` : rest;
}
