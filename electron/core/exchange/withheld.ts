// What of a study may not leave it today: who is withheld, and the study without their interviews.
import { type WithheldWords, type WordsOut, withheldWords } from '#shared/domain/participants/withheld-words';
import { quotesOf, repeatedWords, withheldReport } from '#shared/domain/participants/withheld-report';
import { READ_BY } from '#shared/domain/readout/readout-scope';
import { removeSources } from '#shared/edits/source-edits';
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';
import { Draft } from '#shared/model/draft';
import type { Purpose } from '#shared/model/records/consent';
import type { VaultReader } from '#shared/model/vault-state';
import { VaultState } from '#shared/model/vault-state';
import type { WithheldReport } from '#shared/model/withheld-report';
import type { TableFile } from '#shared/rpc/query-answers';

import { loadTurnSpeakers } from '../services/turn-speakers.ts';
import type { StudyView } from '../services/study-view.ts';
import { withPauses } from '../vault/pauses.ts';

/** @param now ISO 8601; consent is decided by its day. @param purpose stakeholders unless told otherwise. */
export function wordsOut(now: string, purpose: Purpose = READ_BY): WordsOut {
  return { purpose, day: now.slice(0, 10) };
}

/** Whose words stay inside, of the study as it is now. */
export async function withheldOf(view: StudyView, out: WordsOut): Promise<WithheldWords> {
  await view.settled();
  return withheldWords(view.state, out, { turnSpeakers: await loadTurnSpeakers(view) });
}

/** Files in which quotes, or counts of them, are withheld. */
const HOLD_QUOTES: ReadonlySet<string> = new Set(['quotes', 'participants', 'xlsx', 'notes'] satisfies TableFile[]);

/** What is said of a table or of the notes before they leave. */
export async function withheldFrom(view: StudyView, file: TableFile, out: WordsOut): Promise<WithheldReport> {
  return withheldReport(view.state, await withheldOf(view, out), HOLD_QUOTES.has(file));
}

/** How much of a study stays out of a copy of it for want of consent. */
export interface LeftOutCounts {
  interviews: number;
  ofInterviews: number;
  /** Snippets of those interviews. */
  snippets: number;
  ofSnippets: number;
  /** Those of them that hold words of somebody who did not agree; the others go with their interview. */
  blockedSnippets: number;
}

export const NOTHING_LEFT_OUT: LeftOutCounts = { interviews: 0, ofInterviews: 0, snippets: 0, ofSnippets: 0, blockedSnippets: 0 };

/** @param among interviews that are looked at; null: all. */
export function leftOutCounts(reader: VaultReader, withheld: WithheldWords, among: readonly string[] | null = null): LeftOutCounts {
  const asked = (among ?? [...reader.all('sources').keys()]).filter((id) => reader.get('sources', id));
  const counts = { ...NOTHING_LEFT_OUT, ofInterviews: asked.length };
  for (const id of new Set(asked)) {
    const snippets = reader.referring('sources', id, 'snippets');
    counts.ofSnippets += snippets.length;
    if (!withheld.sourceIds.has(id)) continue;
    counts.interviews += 1;
    counts.snippets += snippets.length;
    counts.blockedSnippets += snippets.filter((snippet) => withheld.snippetIds.has(snippet.id)).length;
  }
  return counts;
}

/** The counts as one sentence; none when nothing stays out. */
export function leftOutInTotal({ interviews, ofInterviews, snippets, ofSnippets, blockedSnippets }: LeftOutCounts): string[] {
  if (interviews === 0) return [];
  const others = snippets - blockedSnippets;
  const [stay, them] = interviews === 1 ? ['stays', 'it'] : ['stay', 'them'];
  const beside = others > 0 ? `, ${others} of them of others in the same interviews` : '';
  return [
    `${interviews} of ${countNoun(ofInterviews, 'interview', 'interviews')} ${stay} out for want of consent, and with ${them} ${snippets} of ${countNoun(ofSnippets, 'snippet', 'snippets')}${beside}.`,
  ];
}

/** Why interviews stay out of a copy of the study, one sentence each: whole interviews go, since others in it may repeat what was said. */
export function leftOutInterviews(reader: VaultReader, withheld: WithheldWords): string[] {
  return [...withheld.sourceIds].flatMap((id) => {
    const source = reader.get('sources', id);
    if (!source) return [];
    const heard = withheld.people.filter(({ participantId }) =>
      reader.referring('participants', participantId, 'sources').some((each) => each.id === id),
    );
    const snippets = countNoun(reader.referring('sources', id, 'snippets').length, 'snippet', 'snippets');
    return [`“${source.title}” with ${snippets}. ${heard.map(({ why }) => why).join(' ')}`];
  });
}

/**
 * The records without withheld interviews and everything that hangs on them, and what is said of it. The study itself is not changed;
 * the very same state comes back when nobody is withheld.
 */
export async function withoutWithheld(state: VaultState, withheld: WithheldWords): Promise<{ state: VaultState; leftOut: string[] }> {
  const [...sourceIds] = withheld.sourceIds;
  if (sourceIds.length === 0) return { state, leftOut: [] };
  const reduced = new VaultState(state.toRecords());
  const context = { draft: new Draft(reduced), now: '', by: '', newId: () => '', turns: () => [] };
  const removed = removeSources.run(context, { sourceIds });
  if (Symbol.iterator in removed) await withPauses(removed as Parameters<typeof withPauses>[0]);
  return { state: reduced, leftOut: [...leftOutInterviews(state, withheld), ...repeatedWords(reduced, quotesOf(state, withheld))] };
}

/** @throws AppError('conflict') naming what would be left out. */
export function refuseWithheld(leftOut: readonly string[]): void {
  if (leftOut.length === 0) return;
  throw new AppError(
    'conflict',
    `Nothing was written, because not everybody in this study agreed to it. ${leftOut.join(' ')} Leave them out, or ask them again.`,
  );
}
