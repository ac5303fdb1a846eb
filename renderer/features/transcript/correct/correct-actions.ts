// Corrections as the transcript room makes them: one step each, said aloud, and the cursor goes on where it was.
import type { TurnCorrection } from '#shared/domain/transcript/correct-turns';
import type { TextRange } from '#shared/model/records/snippet';
import type { TextRevised } from '#shared/rpc/revision-answers';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { correctTranscript, edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { useTranscriptStore } from '../transcript-store.ts';
import { useCorrecting } from './correcting-store.ts';
import { countsInWords } from './revision-words.ts';

/** Corrects a source's text. A failure was shown already when this rejects; nothing was changed then. */
export async function correct(sourceId: string, correction: TurnCorrection, turn: number): Promise<void> {
  const { revision } = projection.state.require('sources', sourceId).transcript;
  // Words that are selected stand elsewhere afterwards.
  useTranscriptStore.setState({ text: null, edges: null });
  useCorrecting.setState({ goOn: { sourceId, turn } });
  try {
    const done = await correctTranscript({ sourceId, revision, correction });
    if (done.seq === null) useCorrecting.setState({ goOn: null });
    say(correction.kind === 'words' ? 'Text corrected.' : 'Speaker renamed.', done);
  } catch (error) {
    useCorrecting.setState({ goOn: null });
    throw error;
  }
}

/** Says what became of the snippets; where one of them was touched, with a way back. */
function say(what: string, done: TextRevised): void {
  if (done.seq === null) return announce('The text is the same. Nothing was changed.');
  const touched = done.changed + done.unsure > 0;
  const sentence = touched ? `${what} ${countsInWords(done)}` : what;
  announce(sentence);
  if (touched) notifyUndoable(sentence);
}

/** Gives a lost snippet a place. */
export async function placeSnippet(snippetId: string, range: TextRange): Promise<void> {
  await edit('moveSnippetEdges', { snippetId, range });
  useCorrecting.setState({ placing: null });
  announce('The snippet has its place again.');
}

/** A lost snippet stays with its words and tags, and stands nowhere in the text. */
export async function keepWithoutPlace(snippetId: string): Promise<void> {
  await edit('keepWithoutPlace', { snippetId });
  announce('Kept without a place in the text.');
}
