// What is being corrected in transcripts and is no record yet: a turn, the name of a speaker, snippets that lost their place.
import { create } from 'zustand';

interface Correcting {
  /** The turn (from 0) whose text is open for editing, by the view it is open in. */
  turn: { viewId: string; turn: number } | null;
  /** The speaker being renamed, asked for at a turn. */
  rename: { sourceId: string; turn: number } | null;
  /** The source whose lost snippets are being looked at. */
  reviewOf: string | null;
  /** The snippet that waits for the words on which it is to be put. */
  placing: { sourceId: string; snippetId: string } | null;
  /** Where the cursor goes once the corrected text is on screen. */
  goOn: { sourceId: string; turn: number } | null;
}

export const useCorrecting = create<Correcting>()(() => ({ turn: null, rename: null, reviewOf: null, placing: null, goOn: null }));
