// Beginning a correction from a command or a menu: of the turn that the cursor is in, or of one that was pointed at.
import { announce } from '#renderer/ui/announce';

import { activeSurface } from '../active-surface.ts';
import { selectedText } from '../choosing.ts';
import type { TranscriptSurface } from '../transcript-surface.ts';
import { useCorrecting } from './correcting-store.ts';

/** Selected words say which turn is meant, then the cursor, then what is at the top of the window. */
const turnHere = (surface: TranscriptSurface): number =>
  selectedText(surface)?.range.startTurn ?? surface.cursor?.turn ?? surface.topTurn();

/** Opens the text of a turn for editing. */
export function startCorrecting(turn?: number): void {
  const surface = activeSurface();
  if (!surface) return;
  const meant = turn ?? turnHere(surface);
  if (surface.turns[meant]) useCorrecting.setState({ turn: { viewId: surface.viewId, turn: meant } });
}

/** Asks for another name for the speaker of a turn. */
export function startRenaming(turn?: number): void {
  const surface = activeSurface();
  if (surface) useCorrecting.setState({ rename: { sourceId: surface.sourceId, turn: turn ?? turnHere(surface) } });
}

/** Shows the snippets of the transcript in front that lost their place. */
export function startReview(): void {
  const surface = activeSurface();
  if (surface) useCorrecting.setState({ reviewOf: surface.sourceId });
  else announce('Open a transcript first.');
}
