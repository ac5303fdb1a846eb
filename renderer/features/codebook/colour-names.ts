// Names of the sixteen tag colours, in the order of the palette in ui/tokens.css.
export const COLOUR_NAMES = [
  'Cobalt',
  'Amber',
  'Plum',
  'Lagoon',
  'Brick',
  'Moss',
  'Violet',
  'Slate',
  'Rose',
  'Pine',
  'Sky',
  'Umber',
  'Olive',
  'Mauve',
  'Bark',
  'Clay',
] as const;

/** Name of a colour, 1 to 16. */
export function colourName(colour: number): string {
  return COLOUR_NAMES[colour - 1] ?? `Colour ${colour}`;
}
