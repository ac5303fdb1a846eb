// How big cards and cluster heads are, in board units: one set of figures for the layouts of the core and for the drawing.

export const CARD_WIDTH = 220;
export const CARD_GAP = 12;

/** Most lines of a quote that a card shows; the rest is read in the inspector. */
export const CARD_LINES = 5;
export const CARD_LINE_HEIGHT = 18;
/** Everything on a card but the quote: padding above and below, and the line with person, segment and time. */
const CARD_FRAME = 36;
/** Width that the quote has on a card: without the coloured edge, the border and the padding. */
export const CARD_TEXT_WIDTH = CARD_WIDTH - 28;

/** Height of a card whose quote has so many lines. */
export function cardHeight(lines: number): number {
  return CARD_FRAME + Math.max(1, Math.min(CARD_LINES, lines)) * CARD_LINE_HEIGHT;
}

/** The highest a card can be: for layouts that do not know the text. */
export const CARD_HEIGHT = cardHeight(CARD_LINES);

/** Space between a cluster's edge and what is in it. */
export const CLUSTER_PADDING = 12;
export const TITLE_LINE_HEIGHT = 20;
export const TITLE_LINES = 2;
export const INSIGHT_LINE_HEIGHT = 18;
export const INSIGHT_LINES = 3;
/** The line “9 people · 23 quotes”, and the strip of dots under it. */
const COUNTS_HEIGHT = 34;
export const WARNING_HEIGHT = 20;
/** Space between the head and the first row of cards. */
const HEAD_END = 6;

/** Parts of a cluster's head that differ from cluster to cluster. */
export interface HeadParts {
  titleLines: number;
  insightLines: number;
  /** One person gives more than half of the quotes: a line says so. */
  warned: boolean;
}

/** Height of a cluster's head, from the edge of the cluster to where its cards begin. */
export function headHeight({ titleLines, insightLines, warned }: HeadParts): number {
  const title = Math.max(1, Math.min(TITLE_LINES, titleLines)) * TITLE_LINE_HEIGHT;
  const insight = Math.min(INSIGHT_LINES, insightLines) * INSIGHT_LINE_HEIGHT;
  return CLUSTER_PADDING + title + insight + COUNTS_HEIGHT + (warned ? WARNING_HEIGHT : 0) + HEAD_END;
}

/** The highest a head can be: for layouts that do not know the text. */
export const HIGHEST_HEAD = headHeight({ titleLines: TITLE_LINES, insightLines: INSIGHT_LINES, warned: true });

/** Tells how many lines a text takes in a width (board units). */
export type CountLines = (text: string, width: number) => number;

/** Lines by the average width of a letter, for where there are no fonts to measure with. */
export function estimateLines(text: string, width: number): number {
  const perLine = Math.max(1, Math.floor(width / 7));
  let lines = 0;
  for (const part of text.split('\n')) lines += Math.max(1, Math.ceil(part.length / perLine));
  return lines;
}
