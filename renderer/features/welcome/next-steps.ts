// What is worth doing next in a person's own study, in the order of the work: read from the records, never ticked by hand.
import { countNoun } from '#shared/lib/text';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import type { Source } from '#shared/model/records/source';
import type { VaultReader } from '#shared/model/vault-state';

export interface NextStep {
  id: 'import' | 'plan' | 'read' | 'sort' | 'judge' | 'readout';
  title: string;
  /** Why this one: a few words with a count. */
  detail: string;
  /** The interview that “read” opens. */
  source?: Source;
}

/** Steps that apply to the records as they stand; the first is the most useful one. Never empty. */
export function nextSteps(reader: VaultReader): NextStep[] {
  return [importStep(reader), readStep(reader), planStep(reader), sortStep(reader), judgeStep(reader), readoutStep(reader)].filter(
    (step) => step !== null,
  );
}

function importStep(reader: VaultReader): NextStep | null {
  if (reader.all('sources').size > 0) return null;
  return { id: 'import', title: 'Import transcripts', detail: 'several files at once; each is shown before it goes in' };
}

function planStep(reader: VaultReader): NextStep | null {
  if (reader.all('assumptions').size > 0) return null;
  return { id: 'plan', title: 'Write down what each department assumes', detail: 'so that the interviews have something to test' };
}

function readStep(reader: VaultReader): NextStep | null {
  const sources = [...reader.all('sources').values()].sort((left, right) => left.title.localeCompare(right.title, 'en', { numeric: true }));
  const unmarked = sources.filter(({ id }) => reader.referring('sources', id, 'snippets').length === 0);
  const [source] = unmarked.length > 0 ? unmarked : sources;
  if (!source) return null;
  const detail =
    unmarked.length > 0
      ? `${countNoun(unmarked.length, 'interview has', 'interviews have')} no snippets yet`
      : 'every interview has snippets';
  return { id: 'read', title: `Read “${source.title}”`, detail, source };
}

function sortStep(reader: VaultReader): NextStep | null {
  const snippets = reader.all('snippets').size;
  if (snippets === 0) return null;
  const sorted = new Set([...reader.all('cards').values()].filter((card) => card.boardId === FIRST_BOARD_ID).map((card) => card.snippetId));
  const themes = countNoun(reader.all('themes').size, 'theme', 'themes');
  if (snippets > sorted.size)
    return {
      id: 'sort',
      title: `Sort ${countNoun(snippets - sorted.size, 'snippet', 'snippets')} on the board`,
      detail: `${themes} so far`,
    };
  return { id: 'sort', title: 'Look over the board', detail: `all snippets are on it, ${themes}` };
}

function judgeStep(reader: VaultReader): NextStep | null {
  const assumptions = [...reader.all('assumptions').values()];
  if (assumptions.length === 0 || reader.all('themes').size === 0) return null;
  const untested = assumptions.filter(({ id }) => reader.referring('assumptions', id, 'evidenceLinks').length === 0).length;
  const detail =
    untested > 0
      ? `${untested} of ${countNoun(assumptions.length, 'assumption', 'assumptions')} not judged yet`
      : 'every assumption has a judgement';
  return { id: 'judge', title: 'Judge the assumptions in the matrix', detail };
}

function readoutStep(reader: VaultReader): NextStep | null {
  const judgements = reader.all('evidenceLinks').size;
  if (judgements === 0) return null;
  return { id: 'readout', title: 'Read and export the readout', detail: `built from ${countNoun(judgements, 'judgement', 'judgements')}` };
}
