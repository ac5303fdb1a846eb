// Corrected texts of sources: compared before anything changes, then stored as a new revision and made the current one in one step.
import { reanchorSnippets } from '#shared/domain/transcript/reanchor';
import { correctTurns, sameTurns, type TurnCorrection } from '#shared/domain/transcript/correct-turns';
import { alignTexts } from '#shared/domain/transcript/text-alignment';
import { AppError } from '#shared/lib/app-error';
import { normaliseText } from '#shared/lib/text';
import type { EditInput } from '#shared/edits/index';
import type { Turn } from '#shared/model/transcript';
import type { SnippetCounts, TextComparison, TextRevised } from '#shared/rpc/revision-answers';

import { withPauses } from '../vault/pauses.ts';
import type { TranscriptText } from '../vault/transcripts.ts';
import type { LongJob } from '../vault/turns.ts';
import type { Vault } from '../vault/vault.ts';
import { measure, type WaitingImport } from './import-service.ts';

type What = EditInput<'reviseTranscript'>['what'];
type FileDetails = NonNullable<EditInput<'reviseTranscript'>['file']>;

/** A new text of a source and where it comes from. */
export interface Revision {
  text: TranscriptText;
  what: What;
  file?: FileDetails;
}

/** The text of a file that is to take the place of a source's text. @throws AppError('unreadable-file') when it has no words. */
export function revisionOf({ fileName, parsed }: WaitingImport): Revision {
  const turns = parsed.turns.map((turn) => ({ ...turn, text: normaliseText(turn.text) }));
  if (turns.every(({ text }) => text.trim() === ''))
    throw new AppError('unreadable-file', `There are no words in “${fileName}”. Nothing was changed.`, { file: fileName });
  const { cues, heading, format, encoding } = parsed;
  return {
    text: { turns, ...(cues ? { cues } : {}), ...(heading ? { heading } : {}) },
    what: 'file',
    file: { fileName, format, encoding },
  };
}

/** The text of a source with a correction made by hand. The title lines stay; captions as they stood in a file no longer fit and go. */
export async function correctionOf(vault: Vault, sourceId: string, correction: TurnCorrection): Promise<Revision> {
  const { turns, heading } = await vault.transcripts.readSource(vault.state.require('sources', sourceId));
  const what = correction.kind === 'words' ? 'words' : 'speakers';
  return { text: { turns: correctTurns(turns, correction), ...(heading ? { heading } : {}) }, what };
}

/** What would become of the snippets of a source. Reads only. */
export async function compareText(
  vault: Pick<Vault, 'state' | 'turns'>,
  sourceId: string,
  turns: readonly Turn[],
): Promise<TextComparison> {
  const source = vault.state.require('sources', sourceId);
  const before = await vault.turns(sourceId);
  const snippets = vault.state.referring('sources', sourceId, 'snippets');
  const compared = withPauses(
    (function* () {
      const alignment = yield* alignTexts(before, turns);
      const found = yield* reanchorSnippets(alignment, snippets);
      return { found, same: alignment.pairs.reduce((sum, other) => sum + (other >= 0 ? 1 : 0), 0), of: alignment.pairs.length };
    })(),
  );
  const { found, same, of } = await compared;
  const counts: SnippetCounts = { kept: 0, moved: 0, changed: 0, unsure: 0 };
  for (const { kind } of found) counts[kind] += 1;
  const { words } = measure({ turns: [...turns] });
  return {
    ...counts,
    revision: source.transcript.revision,
    sameText: sameTurns(before, turns),
    wordsFound: of === 0 ? 0 : same / of,
    turns: { before: source.transcript.turns, after: turns.length },
    words: { before: source.transcript.words, after: words },
    speakersGone: source.speakers.map(({ label }) => label).filter((label) => turns.every(({ speaker }) => speaker !== label)),
    speakersNew: [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))].filter((label) =>
      source.speakers.every((known) => known.label !== label),
    ),
  };
}

/**
 * Stores a corrected text and makes it the current one, as one step. Does nothing when it is the text that is there.
 * @param from the revision that was corrected. @throws AppError('conflict') when the text was changed meanwhile; then nothing is kept of it.
 */
export function reviseText(vault: Vault, sourceId: string, from: number, revision: Revision, job?: LongJob): Promise<TextRevised> {
  // One after another: two at once would take the same number for their files.
  const before = underWay.get(vault) ?? Promise.resolve();
  const done = before.then(() => revise(vault, sourceId, from, revision, job));
  underWay.set(
    vault,
    done.catch(() => undefined),
  );
  return done;
}

const underWay = new WeakMap<Vault, Promise<unknown>>();

async function revise(vault: Vault, sourceId: string, from: number, revision: Revision, job?: LongJob): Promise<TextRevised> {
  const source = vault.state.require('sources', sourceId);
  if (source.transcript.revision !== from)
    throw new AppError('conflict', `The text of “${source.title}” was changed meanwhile. Nothing was changed; look at it again.`, {
      id: sourceId,
    });
  const { turns } = revision.text;
  if (sameTurns(await vault.turns(sourceId), turns)) {
    const kept = vault.state.referring('sources', sourceId, 'snippets').length;
    return { seq: null, revision: from, kept, moved: 0, changed: 0, unsure: 0 };
  }
  const next = await vault.transcripts.nextRevision(sourceId);
  const sha256 = await vault.transcripts.write(sourceId, next, revision.text);
  try {
    const { seq, result } = await vault.edit(
      'reviseTranscript',
      {
        sourceId,
        from,
        transcript: { revision: next, sha256, ...measure(revision.text) },
        what: revision.what,
        ...(revision.file ? { file: revision.file } : {}),
      },
      { job },
    );
    return { seq, revision: next, ...(result as unknown as SnippetCounts) };
  } catch (error) {
    await vault.transcripts.discard(sourceId, next);
    throw error;
  }
}
