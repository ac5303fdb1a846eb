// Commands of the transcript: each acts on the transcript in front.
import type { IdsOf } from '#shared/commands/catalog';
import type { TRANSCRIPT } from '#shared/commands/catalog/transcript';

import { activeSurface } from './active-surface.ts';
import { copyQuote } from './copy-quote.ts';
import { startCorrecting, startRenaming, startReview } from './correct/start-correcting.ts';
import { cancelEdges, keepEdges, startEdges, stepEdge, swapEdge } from './edges-mode.ts';
import { setFilter, stepFilter } from './filtering.ts';
import { openFind, stepFind } from './find-store.ts';
import { goToPlace } from './go-to-place.ts';
import { toggleLanes } from './lane-mode.ts';
import { clearSelection, extendCursor, moveCursor } from './moving.ts';
import { openPicker } from './open-picker.ts';
import {
  addNote,
  deleteSnippet,
  markWithoutTag,
  openDetails,
  putOnBoard,
  quickTag,
  repeatTags,
  tagInVivo,
  toggleStar,
  untag,
} from './snippet-actions.ts';
import { cycleOverlap, stepSnippet } from './snippet-walk.ts';
import { hideCard } from './snippet-card.ts';
import { joinHere, splitHere } from './split-and-join.ts';
import { openSpeakers } from './speakers-dialog-store.ts';
import { useSelectedAsEvidence } from './use-as-evidence.ts';
import { tagBySpeaker, tagWholeTurn } from './whole-turns.ts';

/** Clears the filter of the transcript in front. */
function clearFilter(): void {
  const surface = activeSurface();
  if (surface) setFilter(surface.sourceId, null);
}

function mapSpeakers(): void {
  const surface = activeSurface();
  if (surface) openSpeakers(surface.sourceId);
}

export const transcriptHandlers: Record<IdsOf<typeof TRANSCRIPT>, () => void | Promise<void>> = {
  'transcript.nextTurn': () => moveCursor('turn', 1),
  'transcript.previousTurn': () => moveCursor('turn', -1),
  'transcript.nextSentence': () => moveCursor('sentence', 1),
  'transcript.previousSentence': () => moveCursor('sentence', -1),
  'transcript.nextWord': () => moveCursor('word', 1),
  'transcript.previousWord': () => moveCursor('word', -1),
  'transcript.extendTurnDown': () => extendCursor('turn', 1),
  'transcript.extendTurnUp': () => extendCursor('turn', -1),
  'transcript.extendSentence': () => extendCursor('sentence', 1),
  'transcript.shrinkSentence': () => extendCursor('sentence', -1),
  'transcript.extendWord': () => extendCursor('word', 1),
  'transcript.shrinkWord': () => extendCursor('word', -1),
  'transcript.hideCard': hideCard,
  'transcript.clearSelection': clearSelection,
  'transcript.goToTurn': goToPlace,
  'transcript.find': openFind,
  'transcript.findNext': () => stepFind(1),
  'transcript.findPrevious': () => stepFind(-1),
  'transcript.filter': stepFilter,
  'transcript.clearFilter': clearFilter,
  'transcript.toggleLanes': toggleLanes,
  'transcript.mapSpeakers': mapSpeakers,
  'transcript.correctText': () => startCorrecting(),
  'transcript.renameSpeaker': () => startRenaming(),
  'transcript.review': startReview,
  'snippet.tag': openPicker,
  'snippet.quickTag1': () => quickTag(1),
  'snippet.quickTag2': () => quickTag(2),
  'snippet.quickTag3': () => quickTag(3),
  'snippet.quickTag4': () => quickTag(4),
  'snippet.quickTag5': () => quickTag(5),
  'snippet.quickTag6': () => quickTag(6),
  'snippet.quickTag7': () => quickTag(7),
  'snippet.quickTag8': () => quickTag(8),
  'snippet.quickTag9': () => quickTag(9),
  'snippet.tagTurn': tagWholeTurn,
  'snippet.tagSpeaker': tagBySpeaker,
  'snippet.repeatTags': repeatTags,
  'snippet.inVivo': tagInVivo,
  'snippet.create': markWithoutTag,
  'snippet.note': addNote,
  'snippet.star': toggleStar,
  'snippet.addToBoard': putOnBoard,
  'snippet.useAsEvidence': useSelectedAsEvidence,
  'snippet.editEdges': () => startEdges(),
  'snippet.join': joinHere,
  'snippet.split': splitHere,
  'snippet.untag': untag,
  'snippet.delete': deleteSnippet,
  'snippet.next': () => stepSnippet(1),
  'snippet.previous': () => stepSnippet(-1),
  'snippet.nextSameTag': () => stepSnippet(1, true),
  'snippet.previousSameTag': () => stepSnippet(-1, true),
  'snippet.cycleOverlap': cycleOverlap,
  'snippet.details': openDetails,
  'snippet.copyQuote': copyQuote,
  'edges.nextWord': () => stepEdge('word', 1),
  'edges.previousWord': () => stepEdge('word', -1),
  'edges.nextLetter': () => stepEdge('letter', 1),
  'edges.previousLetter': () => stepEdge('letter', -1),
  'edges.swap': swapEdge,
  'edges.keep': keepEdges,
  'edges.cancel': cancelEdges,
};
